import { openPostgres, type PostgresConnections, type PostgresConnectOptions } from './open-postgres.js'

export interface PostgresHandle {
  /** null: not open. */
  current(): PostgresConnections | null
  open(): Promise<PostgresConnections>
  close(): Promise<void>
}

/** Opens on demand, once for all who ask at the same time, and again after a failure. */
export function createPostgresHandle(options: PostgresConnectOptions, onOpen: () => void): PostgresHandle {
  let opened: PostgresConnections | null = null
  let opening: Promise<PostgresConnections> | null = null
  let isClosed = false

  return {
    current: () => opened,
    open: async () => {
      if (isClosed) throw new Error('Latchkey: this PostgreSQL store is closed. Make a new one to go on.')
      if (opened) return opened
      opening ??= openPostgres(options)
        .then((connections) => {
          opened = connections
          if (!isClosed) onOpen()
          return connections
        })
        .finally(() => {
          opening = null
        })
      return await opening
    },
    close: async () => {
      isClosed = true
      await opening?.catch(() => undefined)
      const closing = opened
      opened = null
      await closing?.close()
    },
  }
}
