/**
 * Chooses among a language's plural forms by CLDR's rules for whole numbers.
 *
 * @param locale BCP 47 tag of the language that the forms are written in
 */
export function pluralForms(locale: string) {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count: number, forms: PluralForms): string =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', numbers.format(count))
}

/** `#` stands for the number, written in the language's own digits. `other` is needed in every language. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
