import pg from 'pg'

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * The rows of each of several statements, which are sent together and answered together: one round trip, however far
 * away the server is. They are one transaction: the server commits where it is told that nothing follows, and what fails
 * undoes all of them and leaves nothing to roll back. Each sees what was committed before it began, and what those before
 * it did.
 */
export function sendTogether(
  client: pg.ClientBase,
  statements: readonly Statement[],
  timeoutMs: number,
): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    const messages = statements.map(({ sql, parameters }) => ({ sql, values: parameters.map(toText) }))
    client.query(
      new StatementBatch(messages, timeoutMs, (error, answer) => {
        if (error) return reject(error)
        // As with several statements in one text: an array where there are several.
        const results: (typeof answer)[] = Array.isArray(answer) ? answer : [answer]
        resolve(results.map(({ rows }) => rows))
      }),
    )
  })
}

interface Message {
  sql: string
  values: (string | null)[]
}

class StatementBatch extends pg.Query {
  /** Read by `pg`. */
  readonly query_timeout: number
  override readonly submit: (connection: pg.Connection) => void

  constructor(
    messages: readonly Message[],
    timeoutMs: number,
    callback: (error: Error | undefined, answer: pg.ResultBuilder) => void,
  ) {
    super({ text: messages.map(({ sql }) => sql).join('; ') }, callback)
    this.query_timeout = timeoutMs
    this.submit = (connection) => submitAll(connection, messages)
  }
}

function submitAll(connection: pg.Connection, messages: readonly Message[]): void {
  const { stream } = connection
  // So that they leave in one piece.
  stream.cork()
  for (const { sql, values } of messages) {
    connection.parse({ name: '', text: sql, types: [] }, true)
    connection.bind({ portal: '', statement: '', values }, true)
    connection.describe({ type: 'P', name: '' }, true)
    connection.execute({ portal: '' }, true)
  }
  connection.sync()
  stream.uncork()
}

/** What the columns of keys are written with; the server knows of which type each is. */
function toText(parameter: unknown): string | null {
  if (parameter === null || typeof parameter === 'string') return parameter
  if (typeof parameter === 'number') return String(parameter)
  throw new TypeError(
    `Latchkey: PostgreSQL is sent no value of type ${typeof parameter}. A store writes text and numbers.`,
  )
}
