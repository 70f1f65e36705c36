import type { IncomingMessage, ServerResponse } from 'node:http'

/** A year, in seconds. Subdomains may belong to somebody else and are left out. */
const strictForSeconds = 31_536_000

/** Tells browsers to use https alone, where people open the app with it (HT-21). Known only when the app starts. */
export function requireTransport(request: IncomingMessage, response: ServerResponse, origin: string): void {
  if (!origin.startsWith('https:')) return
  response.setHeader('Strict-Transport-Security', `max-age=${strictForSeconds}`)
  // Next would write `http`, which is how the app itself is reached, and nobody could tell that from a plain request.
  request.headers['x-forwarded-proto'] ??= 'https'
}
