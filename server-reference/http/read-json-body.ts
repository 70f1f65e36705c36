import type { ErrorCode } from '../../src/contract/index.js'
import { parseStrictJson } from './parse-strict-json.js'

export const bodyMaxBytes = 16 * 1024

export type JsonBody =
  | { ok: true; value: unknown }
  | {
      ok: false
      code: Extract<
        ErrorCode,
        'unsupported_media_type' | 'payload_too_large' | 'bad_request' | 'validation_failed'
      >
      fields?: Record<string, string> | undefined
    }

/** `application/json`, alone or with `charset=utf-8`; quoted or not, in any case (RFC 9110 §8.3.1). */
const jsonInUtf8 = /^application\/json[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i

/** Reads the JSON of a write: right type, not encoded, at most 16 KiB as received, valid UTF-8, no tricks. */
export async function readJsonBody(request: Request): Promise<JsonBody> {
  const encoding = request.headers.get('Content-Encoding')
  if (encoding !== null || !jsonInUtf8.test(request.headers.get('Content-Type') ?? '')) {
    return { ok: false, code: 'unsupported_media_type' }
  }
  const bytes = await readBytes(request)
  if (bytes === null) return { ok: false, code: 'payload_too_large' }
  const text = decode(bytes)
  if (text === null) return { ok: false, code: 'bad_request' }
  const json = parseStrictJson(text)
  if (json.ok) return json
  return json.fields
    ? { ok: false, code: 'validation_failed', fields: json.fields }
    : { ok: false, code: 'bad_request' }
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
