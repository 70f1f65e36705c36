/**
 * How a store proves that what was read from it is still so. Only while it can are verified keys served from memory
 * (VF-7).
 */
export interface StoreCurrency {
  /** Tells of each change of what a verification reads, whoever made it. */
  onChange(listener: (change: StoreChange) => void): void
  /**
   * Tells the listeners what is new, then answers whether they have been told of everything: of all that this process
   * has changed, and of what others had changed a second ago. Asked on every verification, so it must cost next to
   * nothing.
   */
  isProven(): boolean
}

export type StoreChange = { of: 'key'; id: string } | { of: 'consumer'; id: string } | { of: 'everything' }
