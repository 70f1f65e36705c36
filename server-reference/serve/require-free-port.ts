import { createServer } from 'node:net'

/** Rejects with a sentence that says what to do where this cannot be listened on. @param otherwise ends it */
export function requireFreePort(port: number, host: string, otherwise: string): Promise<void> {
  return new Promise((free, taken) => {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return taken(new Error('PORT must be a number from 1 to 65535, such as PORT=3100.'))
    }
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message
      if (foreign.includes(code)) {
        const mend = 'Leave it out for 127.0.0.1, or set it to 0.0.0.0 for all that this machine has.'
        return taken(new Error(`HOST, ${host}, is no address of this machine (${code}). ${mend}`))
      }
      const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${code})`
      taken(new Error(`Port ${port} ${reason}. Stop what runs there, ${otherwise}`))
    })
    probe.listen(port, host, () => probe.close(() => free()))
  })
}

/** What is said of a host that is a name nobody knows, or the address of somebody else. */
const foreign = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL']
