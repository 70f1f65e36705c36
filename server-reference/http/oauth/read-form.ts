import { readBodyText } from '../read-body-text.js'

export type Form =
  | { ok: true; fields: ReadonlyMap<string, string> }
  | { ok: false; code: 'payload_too_large' }
  | { ok: false; code: 'invalid_request'; detail: string }

const formInUtf8 = /^application\/x-www-form-urlencoded[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i

/** The parameters of a request to an endpoint (RFC 6749 §3.2): what has no value is not there, and none is there twice. */
export async function readForm(request: Request): Promise<Form> {
  if (
    request.headers.get('Content-Encoding') !== null ||
    !formInUtf8.test(request.headers.get('Content-Type') ?? '')
  ) {
    return refuse('Send a form: Content-Type: application/x-www-form-urlencoded, without Content-Encoding.')
  }
  const body = await readBodyText(request)
  if (!body.ok)
    return body.code === 'payload_too_large' ? { ok: false, code: body.code } : refuse('Send UTF-8.')
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(body.text)) {
    if (value === '') continue
    if (fields.has(name)) return refuse('Send each parameter once.')
    fields.set(name, value)
  }
  return { ok: true, fields }
}

function refuse(detail: string): Form {
  return { ok: false, code: 'invalid_request', detail }
}
