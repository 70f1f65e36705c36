import { tellUnknown } from './tell-unknown.js'

/**
 * What `Intl` makes of something that a host may have from a user's profile, where it throws on what it does not know.
 * In development it is said what that was.
 *
 * @returns undefined: nothing was given, or nothing that `Intl` knows
 */
export function knownToIntl<T>(
  given: string | undefined,
  kind: 'locale' | 'timeZone',
  read: (given: string) => T,
): T | undefined {
  try {
    return given === undefined ? given : read(given)
  } catch {
    if (typeof process !== 'undefined' && process.env.NODE_ENV !== 'production') tellUnknown(given, kind)
    return undefined
  }
}
