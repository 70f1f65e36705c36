'use client'

import { dialogs } from './he/dialogs.js'
import { list } from './he/list.js'
import type { LatchkeyStrings } from './strings.js'

/** Hebrew, whole. */
export const he: LatchkeyStrings = { ...list, ...dialogs }
