import { connect as connectTo, createServer, type Socket } from 'node:net'

/** A network between a store and its database, which can be cut and slowed. */
export interface TcpRelay {
  port: number
  /** Nothing passes any more, and nobody is told. */
  cut(): void
  /** What was held back passes, and everything after it. */
  heal(): void
  /** Every connection is reset. */
  reset(): void
  /** @param delayMs in each direction */
  slow(delayMs: number): void
  connections(): number
  /** How often somebody near asked after having been answered, or for the first time: round trips. */
  roundTrips(): number
  close(): Promise<void>
}

export async function startRelay(targetPort: number): Promise<TcpRelay> {
  const sockets = new Set<Socket>()
  let held: (() => void)[] | null = null
  let delayMs = 0
  let roundTrips = 0

  const pass = (write: () => void) => {
    if (held) held.push(write)
    else if (delayMs === 0) write()
    else setTimeout(() => (held ? held.push(write) : write()), delayMs)
  }
  const pipe = (from: Socket, to: Socket, hear: () => void) => {
    sockets.add(from)
    from.on('data', (bytes) => {
      hear()
      pass(() => void (to.destroyed || to.write(bytes)))
    })
    from.on('end', () => pass(() => to.end()))
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      pass(() => to.destroy())
    })
  }
  const server = createServer((near) => {
    const far = connectTo(targetPort, '127.0.0.1')
    let isAnswered = true
    pipe(near, far, () => {
      if (isAnswered) roundTrips += 1
      isAnswered = false
    })
    pipe(far, near, () => {
      isAnswered = true
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const destroyAll = () => {
    for (const socket of sockets) resetSocket(socket)
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: () => {
      held ??= []
    },
    heal: () => {
      const writes = held ?? []
      held = null
      for (const write of writes) write()
    },
    reset: destroyAll,
    slow: (milliseconds) => {
      delayMs = milliseconds
    },
    connections: () => sockets.size / 2,
    roundTrips: () => roundTrips,
    close: () => {
      held = null
      destroyAll()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

/**
 * One that is hanging up cannot be reset (EINVAL): it would never close, and a process that comes to its end would wait for
 * it for ever.
 */
export function resetSocket(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}
