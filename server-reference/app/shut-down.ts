import type { Latchkey } from 'latchkey/server'

/** How long requests that are being answered may go on, in milliseconds. */
const patienceMs = 3_000

/** As far as Node's own server is needed here. */
interface Listener {
  close(finish: () => void): unknown
}

/** What is still needed once the process is asked to end. */
export interface ShutDown {
  latchkey: Pick<Latchkey, 'close'>
  /** null: no request has come yet. */
  server: () => Listener | null
  exit: (code: number) => void
  onError: (error: unknown) => void
}

/**
 * Lets running requests finish, then writes what usage has gathered in memory, then ends the process. Asked again,
 * it goes on with the first time: a terminal sends its signal to parent and child, and the parent passes it on.
 */
export function createShutDown({ latchkey, server, exit, onError }: ShutDown): () => Promise<void> {
  let ending: Promise<void> | null = null

  async function end(): Promise<void> {
    await drain(server())
    try {
      await latchkey.close()
      exit(0)
    } catch (error) {
      onError(error)
      exit(1)
    }
  }

  return () => {
    ending ??= end()
    return ending
  }
}

function drain(server: Listener | null): Promise<void> {
  return new Promise((drained) => {
    const timer = setTimeout(drained, patienceMs)
    const finish = () => {
      clearTimeout(timer)
      drained()
    }
    if (server) server.close(finish)
    else finish()
  })
}
