'use client'

import { useMemo } from 'react'
import { dialogs } from '../locales/en/dialogs.js'
import { list } from '../locales/en/list.js'
import type { LatchkeyStrings, StringsAtFirst } from '../locales/strings.js'
import { withEnglish } from '../locales/with-english.js'

/** Adds the dialogs' English where the host gave no words. For what is loaded late: it brings those words along. */
export function useWholeStrings(atFirst: StringsAtFirst): LatchkeyStrings {
  return useMemo(
    // Where the host gave no words, none of its words are missing.
    () => (atFirst === list ? { ...dialogs, ...list } : withEnglish(dialogs, atFirst)),
    [atFirst],
  )
}
