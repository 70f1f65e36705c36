import { ownClass, type Unstyled } from './own-class.js'

/** Props of what only cards show. Without styles there are no cards. */
export function narrowOnly(look: Unstyled | undefined) {
  const className = ownClass('narrowOnly', look)
  return className ? { className } : { hidden: true }
}
