import { ar } from 'latchkey/locales/ar'
import { de } from 'latchkey/locales/de'
import { en } from 'latchkey/locales/en'
import { enXA } from 'latchkey/locales/en-XA'
import { es } from 'latchkey/locales/es'
import { fr } from 'latchkey/locales/fr'
import { he } from 'latchkey/locales/he'
import { ja } from 'latchkey/locales/ja'
import { ptBR } from 'latchkey/locales/pt-BR'

/** What the toolbar offers, each language by its own name. Another than English speaks wherever a story says nothing else. */
export const languages = [
  { strings: en, title: 'English' },
  { strings: de, title: 'Deutsch' },
  { strings: fr, title: 'Français' },
  { strings: es, title: 'Español' },
  { strings: ptBR, title: 'Português (Brasil)' },
  { strings: ja, title: '日本語' },
  { strings: ar, title: 'العربية' },
  { strings: he, title: 'עברית' },
  { strings: enXA, title: 'Pseudo (en-XA)' },
]

/** The props that let the component speak the toolbar's language; none for English, which it speaks by itself. */
export function speaking(tag: string) {
  const found = languages.find(({ strings }) => strings.locale === tag)
  return !found || found.strings === en ? {} : { strings: found.strings, locale: found.strings.locale }
}

/** How the page reads: as the toolbar says, or as its language does. */
export function directionOf(direction: unknown, tag: unknown): 'ltr' | 'rtl' {
  if (direction === 'ltr' || direction === 'rtl') return direction
  return languages.find(({ strings }) => strings.locale === tag)?.strings.dir ?? 'ltr'
}
