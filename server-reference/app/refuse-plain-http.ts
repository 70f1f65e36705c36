import { problemResponse } from 'latchkey/server'

/**
 * Refuses an API request that reached the edge without TLS, although people open the app with https. Never a
 * redirect: a machine would follow it, and go on sending its key in the clear (HT-19). null: nothing is wrong.
 *
 * The first value of `X-Forwarded-Proto` counts, the caller's own hop. Whoever invents one fools nobody but himself.
 *
 * @param origin the address that people open
 */
export function refusePlainHttp({ url, headers }: Request, origin: string): Response | null {
  const transport = headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase()
  const { pathname } = new URL(url)
  const isApi = pathname.startsWith('/api/') || pathname.startsWith('/oauth/')
  if (!isApi || transport !== 'http' || !origin.startsWith('https:')) return null
  return problemResponse('forbidden', { detail })
}

const detail =
  'Send this with https. If there was a key in it, anybody on the way may have read it: rotate it.'
