import type { Config } from 'tailwindcss'

/** What each role looks like in light and in dark. */
const palette = {
  background: ['oklch(1 0 0)', 'oklch(.178 .004 285)'],
  foreground: ['oklch(.21 .006 285)', 'oklch(.965 .002 285)'],
  muted: ['oklch(.973 .001 285)', 'oklch(.222 .005 285)'],
  'muted-foreground': ['oklch(.505 .014 285)', 'oklch(.72 .012 285)'],
  border: ['oklch(.918 .004 285)', 'oklch(.302 .006 285)'],
  input: ['oklch(.62 .012 285)', 'oklch(.53 .012 285)'],
  ring: ['oklch(.55 .19 262)', 'oklch(.7 .15 262)'],
  overlay: ['oklch(0 0 0 / .4)', 'oklch(0 0 0 / .6)'],
  primary: ['oklch(.27 .02 285)', 'oklch(.94 .004 285)'],
  'primary-foreground': ['oklch(.99 0 0)', 'oklch(.2 .006 285)'],
  success: ['oklch(.47 .12 152)', 'oklch(.8 .15 155)'],
  warning: ['oklch(.5 .115 65)', 'oklch(.83 .14 78)'],
  danger: ['oklch(.52 .2 27)', 'oklch(.74 .15 22)'],
  'danger-solid': ['oklch(.53 .205 27)', 'oklch(.56 .19 25)'],
  'danger-foreground': ['oklch(.99 0 0)', 'oklch(.99 0 0)'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

/** Roles that are another's where a host does not set them. */
const derived = {
  info: 'muted-foreground',
  'key-prefix': 'muted-foreground',
  'key-start': 'foreground',
  'key-mask': 'foreground',
  highlight: 'ring',
  usage: 'input',
  'usage-error': 'danger',
} as const satisfies Record<string, keyof typeof palette>

/**
 * Latchkey's theme for hosts on Tailwind, and the one list of its defaults: each entry is a public `--lk-*`
 * variable with what holds where nobody set it. `bg-lk-primary` in a host therefore always shows what the
 * component shows.
 */
export default {
  content: [],
  theme: {
    extend: {
      colors: {
        ...eachColor((role, values) => [`lk-${role}`, toColor(role, values)]),
        ...Object.fromEntries(
          Object.entries(derived).map(([role, base]) => [
            `lk-${role}`,
            `var(--lk-color-${role}, ${toColor(base, palette[base])})`,
          ]),
        ),
      },
      /** For browsers without `light-dark()`. Read by the component's own stylesheet; no utility comes of it. */
      lkLight: eachColor((role, [light]) => [role, `var(--lk-color-${role}, ${light})`]),
      spacing: {
        'lk-row': 'var(--lk-row-height, 3.25rem)',
        /** With `density: 'compact'`. */
        'lk-row-compact': 'var(--lk-row-height, 2.5rem)',
        'lk-cell': 'var(--lk-cell-padding-inline, calc(var(--lk-spacing, .25rem) * 3))',
        'lk-control-compact': 'var(--lk-control-height, 1.75rem)',
        'lk-control': 'var(--lk-control-height, 2rem)',
        'lk-target-coarse': 'var(--lk-target-coarse, 2.75rem)',
        'lk-dialog': 'var(--lk-dialog-width, 32rem)',
        'lk-unit': 'var(--lk-spacing, .25rem)',
      },
      maxWidth: { lk: 'var(--lk-max-width, none)' },
      borderWidth: { lk: 'var(--lk-border-width, 1px)' },
      borderRadius: {
        lk: 'var(--lk-radius, .5rem)',
        'lk-control': 'var(--lk-radius-control, calc(var(--lk-radius, .5rem) - 2px))',
        'lk-dialog': 'var(--lk-radius-dialog, calc(var(--lk-radius, .5rem) + 4px))',
      },
      boxShadow: {
        'lk-sm': 'var(--lk-shadow-sm, 0 1px 2px oklch(0 0 0 / .05))',
        'lk-lg':
          'var(--lk-shadow-lg, 0 0 0 1px oklch(.5 0 0 / .18), 0 8px 16px -4px oklch(0 0 0 / .1), 0 24px 48px -12px oklch(0 0 0 / .22))',
      },
      fontFamily: {
        'lk-sans': 'var(--lk-font-sans, inherit)',
        'lk-mono':
          'var(--lk-font-mono, ui-monospace, SFMono-Regular, "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace)',
      },
      fontSize: {
        lk: 'var(--lk-font-size, .875rem)',
        'lk-sm': 'var(--lk-font-size-sm, .8125rem)',
        'lk-xs': 'var(--lk-font-size-xs, .75rem)',
      },
      lineHeight: { lk: 'var(--lk-line-height, 1.43)' },
      fontWeight: {
        'lk-medium': 'var(--lk-font-weight-medium, 500)',
        'lk-semibold': 'var(--lk-font-weight-semibold, 600)',
      },
      transitionDuration: {
        'lk-fast': 'var(--lk-duration-fast, 100ms)',
        'lk-base': 'var(--lk-duration-base, 150ms)',
      },
      transitionTimingFunction: {
        'lk-enter': 'var(--lk-ease-enter, cubic-bezier(0, 0, .2, 1))',
        'lk-exit': 'var(--lk-ease-exit, cubic-bezier(.55, .085, .68, .53))',
      },
      zIndex: {
        'lk-dialog': 'var(--lk-z-dialog, 50)',
        'lk-popover': 'var(--lk-z-popover, 60)',
      },
    },
  },
} satisfies Config

function toColor(role: string, [light, dark]: readonly [string, string]): string {
  return `var(--lk-color-${role}, light-dark(${light}, ${dark}))`
}

function eachColor(toEntry: (role: string, values: readonly [string, string]) => [string, string]) {
  return Object.fromEntries(Object.entries(palette).map(([role, values]) => toEntry(role, values)))
}
