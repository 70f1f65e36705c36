'use client'

import { dialogs } from './en/dialogs.js'
import { list } from './en/list.js'
import type { LatchkeyStrings } from './strings.js'

/** English, whole; what every missing text falls back to. */
export const en: LatchkeyStrings = { ...list, ...dialogs }
