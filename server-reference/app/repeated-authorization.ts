import type { IncomingMessage } from 'node:http'

/**
 * Joins a repeated `Authorization` as other repeated fields are joined. Node keeps the first and drops the rest, and
 * a request with two credentials would pass for one with the first alone (HT-4).
 */
export function joinAuthorization({
  rawHeaders,
  headers,
}: Pick<IncomingMessage, 'rawHeaders' | 'headers'>): void {
  // Names and values take turns.
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  )
  if (values.length > 1) headers.authorization = values.join(', ')
}
