'use client'

import { dialogs } from './ja/dialogs.js'
import { list } from './ja/list.js'
import type { LatchkeyStrings } from './strings.js'

/** Japanese, whole. */
export const ja: LatchkeyStrings = { ...list, ...dialogs }
