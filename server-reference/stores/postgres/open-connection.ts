import { Socket } from 'node:net'
import pg from 'pg'

/** A connection, and what must be known of it to share it. */
export interface OpenConnection {
  client: pg.Client
  /** Resolves once the session has the settings that it was opened with; what is asked meanwhile waits for nothing. */
  settings: Promise<unknown>
  /** Whether the server or the network has ended it. */
  isLost(): boolean
  onLost(listener: (error: unknown) => void): void
  /** Whether this process stays for it. */
  ref(): void
  unref(): void
  /** @param isBroken nothing is said, because nobody may hear it */
  close(isBroken: boolean): Promise<void>
}

/**
 * The settings are sent without a wait for their answer, which over a long way would cost as much as a question. What is
 * asked meanwhile must not be believed before they are there.
 */
export async function openConnection(
  options: pg.ClientConfig,
  settingsSql: string,
  signal: AbortSignal,
): Promise<OpenConnection> {
  // An older `pg` knows no pipelines: there the first question waits behind the settings.
  const client = new pg.Client({ ...options, pipeline: true })
  let isLost = false
  let tell: (error: unknown) => void = () => {}
  const lose = (error: unknown) => {
    if (isLost) return
    isLost = true
    tell(error)
  }
  // Without a listener, a connection that the server ends while nobody uses it would end this process.
  client.on('error', lose)
  client.on('end', () => lose(new Error('Latchkey: the connection to PostgreSQL was lost.')))
  const giveUp = () => client.connection.stream.destroy()
  signal.addEventListener('abort', giveUp)
  await client.connect().finally(() => signal.removeEventListener('abort', giveUp))
  const settings = client.query(settingsSql)
  // Whoever uses the connection hears of it.
  settings.catch(() => undefined)
  const { stream } = client.connection
  return {
    client,
    settings,
    isLost: () => isLost,
    onLost: (listener) => {
      tell = listener
    },
    ref: () => void (stream instanceof Socket && stream.ref()),
    unref: () => void (stream instanceof Socket && stream.unref()),
    close: async (isBroken) => {
      const ended = client.end().catch(() => undefined)
      if (isBroken) stream.destroy()
      await ended
    },
  }
}
