import { createServer } from 'node:net'

/** Rejects with a sentence that says what to do where something else has the port. @param otherwise ends it */
export function requireFreePort(port: number, host: string, otherwise: string): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.code ?? error.message})`
      taken(new Error(`Port ${port} ${reason}. Stop what runs there, ${otherwise}`))
    })
    probe.listen(port, host, () => probe.close(() => free()))
  })
}
