'use client'

import { copyText } from './copy-text.js'
import { type Copy, type UseCopyOptions, useCopyBy } from './use-copy-by.js'

export type { CopyFailure, CopyResult } from './copy-text.js'
export type { Copy, CopyStatus, UseCopyOptions } from './use-copy-by.js'

/** Copies text and knows whether it worked. The text itself is kept nowhere. */
export function useCopy(options: UseCopyOptions = {}): Copy {
  return useCopyBy(copyText, options)
}
