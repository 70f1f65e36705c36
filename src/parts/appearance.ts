import type { PublicVariable } from './public-variables.js'

/** `--lk-*` variables by name. */
export type LatchkeyVariables = Readonly<Partial<Record<PublicVariable, string>>>

/** `compact` shows more keys on a screen. */
export type Density = 'comfortable' | 'compact'

/** How a component looks, apart from light and dark. Its dialogs, menus and tooltips look the same. */
export interface Appearance {
  /** For this component alone. They can as well be set on any element around it. */
  variables?: LatchkeyVariables | undefined
  /** @default 'comfortable' */
  density?: Density | undefined
  /**
   * Leaves out every `lk-*` class. Markup, roles, `data-*` attributes, behaviour and the classes in `classNames` stay,
   * and what is only there to be heard stays out of sight. @default false
   */
  unstyled?: boolean | undefined
}
