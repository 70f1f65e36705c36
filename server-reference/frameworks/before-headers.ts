import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

type Said = { cacheControl: string | null; vary: string | null }

/**
 * Sets headers when the answer is about to be written, whoever writes it, so that what the handler says of caching is
 * known, and cannot be said after us. Express has no hook for it; Node calls `writeHead` in any case.
 */
export function beforeHeaders(
  response: ServerResponse,
  headersFor: (said: Said) => Record<string, string>,
): void {
  const writeHead = response.writeHead.bind(response)

  response.writeHead = (
    status: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ) => {
    const isReason = typeof reasonOrHeaders === 'string'
    setAll(response, headers ?? (isReason ? undefined : reasonOrHeaders) ?? {})
    const said = { cacheControl: textOf(response, 'Cache-Control'), vary: textOf(response, 'Vary') }
    for (const [name, value] of Object.entries(headersFor(said))) response.setHeader(name, value)
    return isReason ? writeHead(status, reasonOrHeaders) : writeHead(status)
  }
}

/** Headers that are given to `writeHead` itself would win over ours. */
function setAll(response: ServerResponse, headers: OutgoingHttpHeaders | OutgoingHttpHeader[]): void {
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value)
    }
    return
  }
  const names = headers.filter((_, index) => index % 2 === 0).map(String)
  for (const name of names) response.removeHeader(name)
  names.forEach((name, index) => {
    const value = headers[index * 2 + 1] ?? ''
    response.appendHeader(name, Array.isArray(value) ? value : String(value))
  })
}

function textOf(response: ServerResponse, name: string): string | null {
  const value = response.getHeader(name)
  return value === undefined ? null : String(value)
}
