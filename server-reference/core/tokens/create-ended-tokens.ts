/** Tokens that were presented after their end, so that a clock that is set back revives none of them (OP-12). */
export interface EndedTokens {
  add(id: string): void
  has(id: string): boolean
}

/**
 * Of this process alone, and bounded: when it is full, the first that was seen is forgotten, because a clock is set back
 * by seconds or hours, and not to before all of these.
 *
 * @param maxTokens about 100 bytes each
 */
export function createEndedTokens(maxTokens = 10_000): EndedTokens {
  const ids = new Set<string>()

  return {
    add(id) {
      const [first] = ids
      if (first !== undefined && ids.size >= maxTokens && !ids.has(id)) ids.delete(first)
      ids.add(id)
    },
    has: (id) => ids.has(id),
  }
}
