'use client'

import { dialogs } from './de/dialogs.js'
import { list } from './de/list.js'
import type { LatchkeyStrings } from './strings.js'

/** German, whole. */
export const de: LatchkeyStrings = { ...list, ...dialogs }
