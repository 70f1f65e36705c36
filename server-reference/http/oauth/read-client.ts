export type ClientCredentials =
  | { ok: true; id: string; secret: string }
  | { ok: false; error: 'invalid_client' | 'invalid_request'; detail: string }

/**
 * `client_secret_basic` or `client_secret_post` (RFC 6749 §2.3.1): the id of a key and the whole key, in one of the two
 * places and not in both. Nothing else is looked at, so no client is public (§4.4) and no address holds a key (HT-3).
 */
export function readClient(headers: Headers, fields: ReadonlyMap<string, string>): ClientCredentials {
  const authorization = headers.get('Authorization')
  const [postedId, postedSecret] = [fields.get('client_id'), fields.get('client_secret')]
  if (authorization === null) {
    if (postedId === undefined || postedSecret === undefined) return refuse('invalid_client', missing)
    return { ok: true, id: postedId, secret: postedSecret }
  }
  // `Headers` joins repeated fields with a comma, which Basic does not contain.
  if (postedSecret !== undefined || authorization.includes(',')) return refuse('invalid_request', twice)
  const basic = readBasic(authorization)
  if (basic === null) return refuse('invalid_client', missing)
  if (postedId !== undefined && postedId !== basic.id) return refuse('invalid_request', twice)
  return { ok: true, ...basic }
}

/** RFC 7617, each half encoded as a form (RFC 6749 §2.3.1, appendix B). null: another scheme, or it cannot be read. */
function readBasic(field: string): { id: string; secret: string } | null {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(field)?.[1]
  if (encoded === undefined) return null
  try {
    const [id = '', secret, ...rest] = atob(encoded).split(':').map(decodeForm)
    return secret === undefined || rest.length > 0 ? null : { id, secret }
  } catch {
    return null
  }
}

function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}

function refuse(error: 'invalid_client' | 'invalid_request', detail: string): ClientCredentials {
  return { ok: false, error, detail }
}

const missing =
  'Send the id of a key as client_id and the whole key as client_secret, by Basic or in the form.'
const twice = 'Send one client, by Basic or in the form.'
