import { knownToIntl } from './known-to-intl.js'

/**
 * A locale as `Intl` takes it: `en_US` is read as `en-US`.
 *
 * @param tag BCP 47
 * @returns undefined: none was given, or what was given is no locale
 */
export function knownLocale(tag: string | undefined): string | undefined {
  return knownToIntl(tag, 'locale', (given) => Intl.getCanonicalLocales(given.replaceAll('_', '-'))[0])
}
