const hourMs = 3_600_000

/** What is worth a word while an overlap runs out, in milliseconds before its end. */
const milestonesMs = [0, 5 * 60_000, hourMs] as const

/**
 * Which milestone lies between two looks at what is left of an overlap, in milliseconds; null: none. Of several, such
 * as after a laptop slept, the last one counts. 0: it is over.
 */
export function overlapMilestone(beforeMs: number, leftMs: number): number | null {
  return milestonesMs.find((milestone) => beforeMs > milestone && leftMs <= milestone) ?? null
}
