/** The one thing that class names say about a part's own classes. */
export interface Unstyled {
  /** Leaves out every `lk-*` class. A component says it in its `appearance`; a part that stands alone, here. @default false */
  unstyled?: boolean | undefined
}

/** A class of the component's own, where it is styled at all, and what the element itself was given. */
export function ownClass(name: string, look?: Unstyled, className?: string): string | undefined {
  if (look?.unstyled) return className
  return className ? `lk-${name} ${className}` : `lk-${name}`
}
