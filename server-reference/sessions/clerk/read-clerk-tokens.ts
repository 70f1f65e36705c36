/** A token that may be a session of Clerk's; nobody has verified it yet. */
export interface ClerkToken {
  text: string
  /**
   * When the browser last signed in or out, in seconds since the epoch, as it says itself; 0: it is signed out. null: it
   * does not say, as where the token came in a header.
   */
  clientUpdatedAt: number | null
}

/**
 * What a request carries, as Clerk's own functions find it: the token in `Authorization` decides alone; otherwise the
 * cookies do. Clerk writes `__session`, and beside it `__session_<suffix>`, one for each of its instances that share a
 * domain. Their keys tell them apart, so all are candidates, each with the `__client_uat` of the same suffix.
 */
export function readClerkTokens(headers: Headers): ClerkToken[] {
  const bearer = /^Bearer (?<token>\S+)$/i.exec(headers.get('Authorization') ?? '')?.groups?.token
  if (bearer !== undefined && looksLikeToken(bearer)) return [{ text: bearer, clientUpdatedAt: null }]
  const cookies = readCookies(headers.get('Cookie') ?? '')
  const tokens: ClerkToken[] = []
  for (const [name, text] of cookies) {
    const suffix = /^__session(?<suffix>|_[\w-]{8})$/.exec(name)?.groups?.suffix
    if (suffix === undefined || !looksLikeToken(text)) continue
    tokens.push({ text, clientUpdatedAt: readInstant(cookies.get(`__client_uat${suffix}`)) })
    if (tokens.length === maxTokens) break
  }
  return tokens
}

/** Each costs a signature's check, so that a header full of them must not. */
const maxTokens = 8
const maxLength = 8192

/** Three parts of base64url (RFC 7515 §7.1), which no API key is. */
function looksLikeToken(text: string): boolean {
  return text.length <= maxLength && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)
}

/** Of two cookies with one name the first counts, which is the one for the longer path (RFC 6265 §5.4). */
function readCookies(field: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of field.split(';')) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, equals).trim()
    if (equals > 0 && !cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim())
  }
  return cookies
}

function readInstant(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null
}
