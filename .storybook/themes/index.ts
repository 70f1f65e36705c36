import highContrast from 'latchkey/themes/high-contrast.css?inline'
import radix from 'latchkey/themes/radix.css?inline'
import shadcn from 'latchkey/themes/shadcn.css?inline'
import brandViolet from './brand-violet.css?inline'
import radixHost from './radix-host.css?inline'
import shadcnHost from './shadcn-host.css?inline'
import terminal from './terminal.css?inline'

export type ThemeName = keyof typeof themes

/** The styles of each theme in the toolbar: the presets, with what their hosts declare, and two of this Storybook's. */
export const themes = {
  default: '',
  shadcn: shadcnHost + shadcn,
  radix: radixHost + radix,
  brandViolet,
  terminal,
  highContrast,
} as const
