import { createContext } from 'react'
import type { Density } from './appearance.js'
import type { Unstyled } from './own-class.js'

export type Theme = 'inherit' | 'system' | 'light' | 'dark'

/** What a dialog takes with it when it leaves the component's place in the page. */
export interface RootFrame {
  theme: Theme
  density: Density
  /** For parts that take no class names: whether there are classes of the component's own; absent: there are. */
  look?: Unstyled | undefined
  /** What the page's Content-Security-Policy lets style elements through with; absent: nothing, or none is needed. */
  nonce?: string | undefined
  /** The component's own element; null before it is there. */
  root(): HTMLElement | null
  /** Where dialogs go; null: the root of the tree that the component is in, a shadow root or the body. */
  container: Element | DocumentFragment | null
}

/** A dialog outside any root still works, with the page's own look. */
export const RootFrameContext = createContext<RootFrame>({
  theme: 'inherit',
  density: 'comfortable',
  root: () => null,
  container: null,
})
