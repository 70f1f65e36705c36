import { createServer, type RequestListener } from 'node:http'
import type { ListeningApp } from './key-auth.conformance.js'

/** Serves on a free port of this machine. */
export async function listen(listener: RequestListener): Promise<ListeningApp> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('A server that listens has a port.')
  return {
    port: place.port,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
