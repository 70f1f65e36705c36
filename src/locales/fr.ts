'use client'

import { dialogs } from './fr/dialogs.js'
import { list } from './fr/list.js'
import type { LatchkeyStrings } from './strings.js'

/** French, whole. */
export const fr: LatchkeyStrings = { ...list, ...dialogs }
