import type { IncomingMessage } from 'node:http'

/**
 * As they came over the wire. Node's own `headers` keep the first `Authorization` and drop the rest, and a request with
 * two credentials would pass for one with the first alone (HT-4).
 */
export function toWebHeaders({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Headers {
  const headers = new Headers()
  // Names and values take turns.
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    headers.append(name, value)
  }
  return headers
}
