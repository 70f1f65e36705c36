import { dialogs } from './en/dialogs.js'
import { list } from './en/list.js'
import type { LatchkeyStrings } from './strings.js'

/** English, the language that every missing text falls back to. */
export const en: LatchkeyStrings = { ...list, ...dialogs }
