/** How often each outcome came, as text: `valid 200 × 12, valid 503 × 3`; `none` where there is none. */
export function tally(outcomes: readonly (string | number)[]): string {
  const counts = new Map<string | number, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, times]) => `${outcome} × ${times}`).join(', ') || 'none'
}
