'use client'

import { dialogs } from './ar/dialogs.js'
import { list } from './ar/list.js'
import type { LatchkeyStrings } from './strings.js'

/** Arabic, whole. */
export const ar: LatchkeyStrings = { ...list, ...dialogs }
