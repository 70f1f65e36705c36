import type { CSSProperties } from 'react'
import { ownClass, type Unstyled } from './own-class.js'

/**
 * Props of what is heard and not seen. It stays hidden from view where the component has no styles, because there it
 * would stand between other words and double them.
 */
export function visuallyHidden(look: Unstyled | undefined) {
  const className = ownClass('srOnly', look)
  return className ? { className } : { style }
}

const style = { position: 'absolute', clipPath: 'inset(50%)' } as const satisfies CSSProperties
