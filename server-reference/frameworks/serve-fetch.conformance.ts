import type { RequestListener } from 'node:http'
import { sendResponse } from './send-response.js'
import { toWebHeaders } from './to-web-headers.js'

/** As much of a Node server for apps that speak fetch as tests need: with the bindings that Hono's own hands over. */
export function serveFetch(
  fetch: (request: Request, bindings: object) => Response | Promise<Response>,
): RequestListener {
  return async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: toWebHeaders(incoming),
      body: chunks.length > 0 ? new Uint8Array(Buffer.concat(chunks)) : null,
    })
    await sendResponse(outgoing, await fetch(request, { incoming, outgoing }))
  }
}
