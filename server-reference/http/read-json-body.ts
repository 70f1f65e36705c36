import type { ErrorCode } from '../../src/contract/index.js'
import { parseStrictJson } from './parse-strict-json.js'
import { readBodyText } from './read-body-text.js'

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
  const body = await readBodyText(request)
  if (!body.ok) return body
  const json = parseStrictJson(body.text)
  if (json.ok) return json
  return json.fields
    ? { ok: false, code: 'validation_failed', fields: json.fields }
    : { ok: false, code: 'bad_request' }
}
