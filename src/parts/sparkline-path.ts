/** Requests of one day. */
export interface UsageDay {
  allowed: number
  denied: number
}

/** How many days a sparkline shows. */
export const sparklineDays = 30
export const sparklineHeight = 20
/** Each bar is two pixels wide, with one between them: whole pixels, or the bars would blur. */
export const sparklineWidth = sparklineDays * 3 - 1

/**
 * The bars of the latest 30 days as two SVG paths of vertical strokes: 100 rows with an element for each bar would
 * cost 3,000. A day without requests is a line of one pixel, so that "no traffic" is a shape and not a gap; a day with
 * any is at least two high. Refused requests stand on top of those that were let through.
 */
export function sparklinePath(days: readonly UsageDay[]): { allowed: string; denied: string } {
  const shown = days.slice(-sparklineDays)
  const missing = sparklineDays - shown.length
  const most = Math.max(1, ...shown.map((day) => day.allowed + day.denied))
  let allowed = ''
  let denied = ''
  for (let index = 0; index < sparklineDays; index += 1) {
    const day = shown[index - missing]
    const count = day ? day.allowed + day.denied : 0
    const height = count === 0 ? 1 : Math.max(2, Math.round((count / most) * sparklineHeight))
    // One refused request among thousands is what somebody looks for: never less than two pixels.
    const top = day && day.denied > 0 ? Math.max(2, Math.round((day.denied / count) * height)) : 0
    const x = index * 3 + 1
    if (height > top) allowed += `M${x} ${sparklineHeight}v-${height - top}`
    if (top > 0) denied += `M${x} ${sparklineHeight - (height - top)}v-${top}`
  }
  return { allowed, denied }
}
