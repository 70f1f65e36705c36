'use client'

import { en } from './en.js'
import { pseudo } from './pseudo.js'
import type { LatchkeyStrings } from './strings.js'

/**
 * English that was stretched by 40 % and accented, in brackets: a layout that holds with it holds with German, and
 * text without accents was not taken from the catalogue.
 */
export const enXA: LatchkeyStrings = { ...pseudo(en), locale: 'en-XA', dir: 'ltr' }
