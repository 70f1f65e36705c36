import { decodeUtf8 } from './decode-utf8.js'
import { readBytes } from './read-bytes.js'

const bodyMaxBytes = 16 * 1024

export type BodyText = { ok: true; text: string } | { ok: false; code: 'payload_too_large' | 'bad_request' }

/** A body as text: at most 16 KiB as received, and valid UTF-8. */
export async function readBodyText(request: Request): Promise<BodyText> {
  const bytes = await readBytes(request, bodyMaxBytes)
  if (bytes === null) return { ok: false, code: 'payload_too_large' }
  const text = decodeUtf8(bytes)
  return text === null ? { ok: false, code: 'bad_request' } : { ok: true, text }
}
