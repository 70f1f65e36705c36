/** Keys of the same names as in the other stories, told by days from now; what a backend cannot keep is left out of it. */
export const seed = [
  { name: 'production-api', ageDays: 265, usedDaysAgo: 0.002 },
  { name: 'ci-deploy', ageDays: 309, usedDaysAgo: 2, endsInDays: 5 },
  { name: 'billing-worker', ageDays: 90, usedDaysAgo: 1 },
  { name: 'billing-export', ageDays: 40 },
  { name: 'zapier-integration', ageDays: 120, usedDaysAgo: 12 },
] as const satisfies readonly SeedLine[]

export interface SeedLine {
  name: string
  ageDays: number
  /** Absent: never used. */
  usedDaysAgo?: number | undefined
  /** Absent: never. */
  endsInDays?: number | undefined
}

/** Milliseconds since the epoch. */
export function daysFrom(now: number, days: number): number {
  return now + days * 86_400_000
}
