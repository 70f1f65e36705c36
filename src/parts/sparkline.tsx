import type { ListStrings } from '../locales/list-strings.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import {
  sparklineDays,
  sparklineHeight,
  sparklinePath,
  sparklineWidth,
  type UsageDay,
} from './sparkline-path.js'

export interface SparklineProps {
  /** A day each, the latest last. */
  days: readonly UsageDay[]
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/**
 * The requests of 30 days at a glance, and in a sentence for whoever does not see them. Two paths, whatever it shows.
 * Called, not rendered.
 */
export function sparkline({ days, strings, classNames }: SparklineProps) {
  const { allowed, denied } = sparklinePath(days)
  return (
    <svg
      role="img"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      aria-label={usageSentence(days, strings)}
      width={sparklineWidth}
      height={sparklineHeight}
      viewBox={`0 0 ${sparklineWidth} ${sparklineHeight}`}
      className={slotClass('sparkline', classNames)}
      data-tip="usage"
    >
      <path d={allowed} />
      {denied === '' ? null : <path d={denied} className={ownClass('sparklineDenied', classNames)} />}
    </svg>
  )
}

/** "1,204 requests in 30 days (12 refused)". */
export function usageSentence(days: readonly UsageDay[], { usage }: ListStrings): string {
  let allowed = 0
  let denied = 0
  for (const day of days.slice(-sparklineDays)) {
    allowed += day.allowed
    denied += day.denied
  }
  return allowed + denied === 0 ? usage.none(sparklineDays) : usage.sentence(allowed, denied, sparklineDays)
}
