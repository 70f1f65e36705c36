import { knownToIntl } from './known-to-intl.js'

/** A time zone that `Intl` knows. undefined: none was given, or what was given is none. */
export function knownTimeZone(name: string | undefined): string | undefined {
  return knownToIntl(name, 'timeZone', (timeZone) => {
    new Intl.DateTimeFormat('en', { timeZone })
    return timeZone
  })
}
