'use client'

import type { StringsAtFirst } from '../locales/strings.js'
import { BulkDialog, type BulkDialogProps } from '../parts/bulk-dialog.js'
import { useWholeStrings } from './use-whole-strings.js'

export interface WholeBulkDialogProps extends Omit<BulkDialogProps, 'strings'> {
  strings: StringsAtFirst
}

/** The bulk dialog of a manager, with its words. */
export function WholeBulkDialog({ strings, ...dialog }: WholeBulkDialogProps) {
  return <BulkDialog {...dialog} strings={useWholeStrings(strings)} />
}
