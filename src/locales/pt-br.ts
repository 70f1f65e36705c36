'use client'

import { dialogs } from './pt-br/dialogs.js'
import { list } from './pt-br/list.js'
import type { LatchkeyStrings } from './strings.js'

/** Brazilian Portuguese, whole. */
export const ptBR: LatchkeyStrings = { ...list, ...dialogs }
