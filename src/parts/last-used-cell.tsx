import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'

export interface LastUsedCellProps {
  /** RFC 3339; null: never. */
  instant: string | null
  /** Milliseconds since the epoch. */
  now: number
  strings: ListStrings
  format: Formatters
}

/** When a key was used last. On a card there is no heading above it, so the words say more. */
export function LastUsedCell({ instant, now, strings, format }: LastUsedCellProps) {
  if (instant === null) {
    return (
      <>
        <span className="lk-wideOnly">{strings.lastUsed.never}</span>
        <span className="lk-narrowOnly">{strings.status.unused}</span>
      </>
    )
  }
  return (
    <>
      <span className="lk-narrowOnly">{`${strings.lastUsed.label} `}</span>
      <time dateTime={instant} data-tip="lastUsed">
        {format.ago(instant, now) ?? strings.lastUsed.justNow}
      </time>
    </>
  )
}
