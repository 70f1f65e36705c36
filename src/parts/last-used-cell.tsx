import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { narrowOnly } from './narrow-only.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'

export interface LastUsedCellProps {
  /** RFC 3339; null: never. */
  instant: string | null
  /** Milliseconds since the epoch. */
  now: number
  strings: ListStrings
  format: Formatters
  classNames: SlotClassNames | undefined
}

/** When a key was used last. */
export function lastUsedCell({ instant, now, strings, format, classNames }: LastUsedCellProps) {
  if (instant === null) {
    return (
      <>
        <span className={ownClass('wideOnly', classNames)}>{strings.lastUsed.never}</span>
        <span {...narrowOnly(classNames)}>{strings.status.unused}</span>
      </>
    )
  }
  return (
    <time dateTime={instant} data-tip="lastUsed">
      {format.ago(instant, now) ?? strings.lastUsed.justNow}
    </time>
  )
}

/** On a card there is no heading above it: there the stylesheet writes the label before it. */
export function lastUsedProps(instant: string | null, strings: ListStrings) {
  return instant === null ? { 'data-quiet': '' } : { 'data-label': `${strings.lastUsed.label} ` }
}
