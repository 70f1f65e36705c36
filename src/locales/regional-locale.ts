/**
 * The locale for dates and numbers beside a language's words: of its regions the reader's own, so that English words
 * stand beside British dates. Digits are those that keys are written in, as they are in the words.
 * Numbers are asked for them: what a browser loads for its first date costs ten times as much.
 *
 * @param language BCP 47 tag of the words
 */
export function regionalLocale(language: string): string {
  const words = new Intl.Locale(language)
  const reader = new Intl.Locale(new Intl.NumberFormat().resolvedOptions().locale)
  const { baseName } = reader.language === words.language ? reader : words
  return `${baseName}-u-nu-latn`
}
