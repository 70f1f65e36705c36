import { knownLocale } from './known-locale.js'
import { knownTimeZone } from './known-time-zone.js'

/** How instants and spans are written. Instants: RFC 3339, or milliseconds since the epoch. */
export interface Formatters {
  /** IANA name; a chosen day begins and ends there. */
  timeZone: string
  /** "Mar 3, 2026" */
  date(instant: Instant): string
  /** "Sun, Feb 21, 2027, 17:40": for sentences in which the hour matters. */
  dateTime(instant: Instant): string
  /** "November 23, 2026 at 17:38:12 UTC": for the place where the short form is explained. */
  exact(instant: Instant): string
  /** "2 min. ago"; from 30 days on the date. null: less than a minute away, for which languages have their own words. */
  ago(instant: Instant, now: number): string | null
  /** "in 5 days", never more than is left. */
  ahead(instant: Instant, now: number): string
  /** "17 hr" or "7 days": the largest unit that fits, rounded down, at least one minute. */
  span(milliseconds: number, width?: 'short' | 'long'): string
  /** "42 seconds", rounded up: for the last minute of something. */
  seconds(milliseconds: number): string
  /** "Mar 3, 2026" for a calendar day, `YYYY-MM-DD`, whatever the time zone. */
  day(day: string): string
  /** "12,345" */
  count(value: number): string
  /** "name, expiry, permissions" */
  list(words: readonly string[]): string
  /** "90 days"; 365 are "1 year". */
  days(count: number): string
}

export type Instant = string | number

export interface FormatterOptions {
  /** BCP 47, or with `_` as in `en_US`. What is no locale is English. @default the browser's */
  locale?: string | undefined
  /** IANA. What is no time zone is the browser's. @default the browser's */
  timeZone?: string | undefined
  /** @default the locale's */
  hourCycle?: 'h12' | 'h23' | undefined
}

const oneDayMs = 86_400_000
const twoDaysMs = 2 * oneDayMs
const thirtyDaysMs = 30 * oneDayMs

/**
 * Builds each `Intl` object once, because making one costs more than using it a hundred times, and only when it is
 * needed: a list needs two of them.
 */
export function createFormatters({ locale: tag, timeZone, hourCycle }: FormatterOptions = {}): Formatters {
  const locale = tag === undefined ? undefined : (knownLocale(tag) ?? 'en')
  const cycle = hourCycle && { hourCycle }
  const known = knownTimeZone(timeZone)
  const dates = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: known }))
  const zone = once(() => known ?? dates().resolvedOptions().timeZone)
  const calendarDays = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))
  const counts = once(() => new Intl.NumberFormat(locale))
  const moment = () =>
    ({
      year: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: zone(),
      ...cycle,
    }) as const
  const dateTimes = once(
    () => new Intl.DateTimeFormat(locale, { ...moment(), weekday: 'short', month: 'short' }),
  )
  const exactTimes = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        ...moment(),
        month: 'long',
        second: '2-digit',
        timeZoneName: 'short',
      }),
  )
  const past = once(() => new Intl.RelativeTimeFormat(locale, { style: 'short' }))
  const future = once(() => new Intl.RelativeTimeFormat(locale, { style: 'long' }))
  const kept = new Map<string, Intl.NumberFormat>()
  const inUnit = (count: number, unit: string, width: 'short' | 'long') => {
    const numbers =
      kept.get(unit + width) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width })
    kept.set(unit + width, numbers)
    return numbers.format(count)
  }

  return {
    get timeZone() {
      return zone()
    },
    date: (instant) => dates().format(new Date(instant)),
    dateTime: (instant) => undotted(dateTimes().format(new Date(instant))),
    exact: (instant) => exactTimes().format(new Date(instant)),
    ago: (instant, now) => {
      const elapsed = now - new Date(instant).getTime()
      if (elapsed < 60_000) return null
      if (elapsed >= thirtyDaysMs) return dates().format(new Date(instant))
      const [unit, count] = inLargestUnit(elapsed, oneDayMs)
      return unbracketed(past().format(-count, unit))
    },
    ahead: (instant, now) => {
      const [unit, count] = inLargestUnit(new Date(instant).getTime() - now, twoDaysMs)
      return unbracketed(future().format(count, unit))
    },
    span: (milliseconds, width = 'short') => {
      const [unit, count] = inLargestUnit(milliseconds, twoDaysMs)
      return inUnit(count, unit, width)
    },
    seconds: (milliseconds) => inUnit(Math.ceil(milliseconds / 1000), 'second', 'long'),
    day: (day) => calendarDays().format(new Date(`${day}T00:00:00Z`)),
    count: (value) => counts().format(value),
    list: (words) => new Intl.ListFormat(locale, { style: 'narrow' }).format(words),
    days: (count) => (count === 365 ? inUnit(1, 'year', 'long') : inUnit(count, 'day', 'long')),
  }
}

/** CLDR's Hebrew ends "two days ago" with a "(2)" that its words have said. */
function unbracketed(time: string): string {
  return time.replace(/ \(\d\)$/, '')
}

/** Canada's "p.m." and Mexico's are written without dots at the end, where a sentence may have its own. */
function undotted(time: string): string {
  return time.replace(/\b([ap])\.\s?m\.$/, '$1m')
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Hours are kept up to `daysFrom`: what is left of a day and a half matters to the hour, what is past does not. */
function inLargestUnit(milliseconds: number, daysFrom: number) {
  const [unit, size] =
    milliseconds >= daysFrom
      ? (['day', oneDayMs] as const)
      : milliseconds >= 3_600_000
        ? (['hour', 3_600_000] as const)
        : (['minute', 60_000] as const)
  return [unit, Math.max(1, Math.floor(milliseconds / size))] as const
}
