import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, Server, ServerResponse } from 'node:http'

/** A request before anything else has looked at it. */
export interface Incoming {
  request: IncomingMessage
  response: ServerResponse
  server: Server
}

/**
 * Runs for every request before Next reads it: Next gives route handlers neither the socket nor what Node's parser
 * drops.
 */
export function prepareIncoming(prepare: (incoming: Incoming) => void): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null) return
    if (!('request' in message && 'response' in message && 'server' in message)) return
    const { request, response, server } = message
    const isKnown =
      request instanceof IncomingMessage && response instanceof ServerResponse && server instanceof Server
    if (isKnown) prepare({ request, response, server })
  })
}
