export const bodyMaxBytes = 16 * 1024

export type BodyText = { ok: true; text: string } | { ok: false; code: 'payload_too_large' | 'bad_request' }

/** A body as text: at most 16 KiB as received, and valid UTF-8. */
export async function readBodyText(request: Request): Promise<BodyText> {
  const bytes = await readBytes(request)
  if (bytes === null) return { ok: false, code: 'payload_too_large' }
  const text = decode(bytes)
  return text === null ? { ok: false, code: 'bad_request' } : { ok: true, text }
}

/** Counts what arrives; `Content-Length` only spares reading what already says it is too much. null: too much. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('Content-Length')) > bodyMaxBytes) return null
  const body = new Uint8Array(bodyMaxBytes)
  let length = 0
  // Firefox has no Request.body; there, in a mock, the bytes are in memory already.
  const stream = request.body ?? new Response(await request.arrayBuffer()).body
  const reader = stream?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    if (length + value.byteLength > bodyMaxBytes) {
      // Not awaited: a source that never settles its cancel must not hold the answer.
      reader.cancel().catch(() => undefined)
      return null
    }
    body.set(value, length)
    length += value.byteLength
  }
  return body.subarray(0, length)
}

function decode(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
