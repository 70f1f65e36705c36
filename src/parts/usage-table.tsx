import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { visuallyHidden } from './visually-hidden.js'

/** One key's requests by day, oldest first. */
export type UsageSeries = readonly { day: string; allowed: number; denied: number }[]

export interface UsageTableProps {
  days: UsageSeries
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** What the sparkline draws, in numbers, for those who cannot see it or want to know exactly. */
export function UsageTable({ days: series, strings, format, classNames }: UsageTableProps) {
  const words = strings.usageTable
  const days = series.filter(({ allowed, denied }) => allowed + denied > 0).reverse()
  if (days.length === 0) return <p className={ownClass('meta', classNames)}>{words.none}</p>
  const sum = (field: 'allowed' | 'denied') => days.reduce((total, day) => total + day[field], 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1).
    <section tabIndex={0} aria-label={words.title} className={ownClass('usageScroll', classNames)}>
      <table className={slotClass('usageTable', classNames)}>
        <caption {...visuallyHidden(classNames)}>{words.caption(series.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.allowed}</th>
            <th scope="col">{words.denied}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, allowed, denied }) => (
            <tr key={day}>
              <th scope="row">{format.day(day)}</th>
              <td>{format.count(allowed)}</td>
              <td data-denied={denied > 0 || undefined}>{format.count(denied)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>{format.count(sum('allowed'))}</td>
            <td>{format.count(sum('denied'))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
