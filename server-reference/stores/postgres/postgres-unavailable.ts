/** Tells it from other errors where a bundler has made the class twice, so that `instanceof` cannot. */
export const postgresUnavailableCode = 'POSTGRES_UNAVAILABLE'

/** The server could not be asked, or did not answer in time: whether a change took place is not known. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable'
  readonly code = postgresUnavailableCode
}
