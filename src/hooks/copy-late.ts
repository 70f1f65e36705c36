import type { CopyResult } from './copy-text.js'
import { lateActs } from './late-acts.js'

/** `copyText`, fetched on first use. Where it does not come, nothing was copied. */
export async function copyLate(text: string): Promise<CopyResult> {
  try {
    const { copyText } = lateActs.loaded() ?? (await lateActs.load())
    return await copyText(text)
  } catch {
    return { ok: false, reason: 'unsupported' }
  }
}
