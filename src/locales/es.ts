'use client'

import { dialogs } from './es/dialogs.js'
import { list } from './es/list.js'
import type { LatchkeyStrings } from './strings.js'

/** Spanish, whole. */
export const es: LatchkeyStrings = { ...list, ...dialogs }
