import type { Server, ServerOptions } from 'node:http'

/** What a client has time for, in milliseconds. Node looks every 30 s whom it has run out for. */
const patience = { headersMs: 10_000, requestMs: 30_000 }

/**
 * Cuts off whoever sends a request a byte at a time, to hold a connection for nothing. Node waits a minute for headers
 * and five for a request; here none has more than 16 KiB, and a slow telephone sends that in a second.
 */
export function limitPatience(
  server: Pick<Server, 'headersTimeout' | 'requestTimeout'> & Pick<ServerOptions, 'shouldUpgradeCallback'>,
  { headersMs, requestMs } = patience,
): void {
  server.headersTimeout = headersMs
  server.requestTimeout = requestMs
  // Next neither answers nor closes most upgrades, and no timeout is about them: each is a request as any other.
  server.shouldUpgradeCallback = () => false
}
