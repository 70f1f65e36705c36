import type { Density, LatchkeyVariables } from 'latchkey'

/** What somebody has chosen in the builder. */
export interface BuiltTheme {
  scheme: 'light' | 'dark'
  /** As `#rrggbb`; what is absent is as it comes. */
  colors: Readonly<Partial<Record<ColorRole, Readonly<Partial<Record<'light' | 'dark', string>>>>>>
  /** In CSS pixels. @default 8 */
  radius: number
  /** In CSS pixels. @default 14 */
  fontSize: number
  font: FontName
  density: Density
}

export type ColorRole = keyof typeof colorRoles
export type FontName = keyof typeof fonts

/** What can be coloured, by the names of the variables; each with what it is without, in light and in dark. */
export const colorRoles = {
  primary: { label: 'Brand', light: '#252530', dark: '#ebebee' },
  ring: { label: 'Focus ring', light: '#2d69de', dark: '#6a9cfb' },
  background: { label: 'Background', light: '#ffffff', dark: '#111113' },
  foreground: { label: 'Text', light: '#18181b', dark: '#f3f3f5' },
  'muted-foreground': { label: 'Quiet text', light: '#63646d', dark: '#a3a4ac' },
} as const

export const fonts = {
  'Of the page': 'inherit',
  System: 'system-ui, sans-serif',
  Serif: 'ui-serif, Georgia, serif',
  Monospace: 'ui-monospace, Menlo, monospace',
} as const

export const untouched: BuiltTheme = {
  scheme: 'light',
  colors: {},
  radius: 8,
  fontSize: 14,
  font: 'Of the page',
  density: 'comfortable',
}

/** Only what was changed: the rest stays what a later version makes of it. */
export function toVariables({ colors, radius, fontSize, font }: BuiltTheme): LatchkeyVariables {
  const roles = Object.keys(colorRoles).filter(isColorRole)
  const chosen = roles.flatMap((role) => {
    const { light = colorRoles[role].light, dark = colorRoles[role].dark } = colors[role] ?? {}
    return colors[role] ? [[`--lk-color-${role}`, `light-dark(${light}, ${dark})`] as const] : []
  })
  return {
    ...Object.fromEntries(chosen),
    ...(radius !== untouched.radius && { '--lk-radius': `${radius / 16}rem` }),
    ...(fontSize !== untouched.fontSize && { '--lk-font-size': `${fontSize / 16}rem` }),
    ...(font !== untouched.font && { '--lk-font-sans': fonts[font] }),
  }
}

/** For a style sheet of the host's. */
export function toCss(theme: BuiltTheme): string {
  const lines = Object.entries(toVariables(theme)).map(([name, value]) => `  ${name}: ${value};`)
  return lines.length === 0 ? '/* Nothing is changed yet. */' : [':root {', ...lines, '}'].join('\n')
}

/** What no variable says. */
export function toElement({ density }: BuiltTheme): string {
  const appearance = density === 'compact' ? " appearance={{ density: 'compact' }}" : ''
  return `<ApiKeyManager baseUrl="/api/keys"${appearance} />`
}

export function isColorRole(name: string): name is ColorRole {
  return name in colorRoles
}

export function isFontName(name: string): name is FontName {
  return name in fonts
}
