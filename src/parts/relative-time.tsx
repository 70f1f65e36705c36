import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'

export interface RelativeTimeProps extends Omit<ComponentPropsWithoutRef<'time'>, 'children'> {
  /** RFC 3339. */
  instant: string
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
}

/** "2 min. ago". The title explains it to the second; a key's card says the same without a pointer. */
export const RelativeTime = forwardRef<HTMLTimeElement, RelativeTimeProps>(function RelativeTime(
  { instant, now, strings, format, ...rest },
  ref,
) {
  return (
    <time dateTime={instant} title={format.exact(instant)} {...rest} ref={ref}>
      {format.ago(instant, now) ?? strings.lastUsed.justNow}
    </time>
  )
})
