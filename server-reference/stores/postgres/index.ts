export { type PostgresPoolOptions, postgresPool } from './postgres-pool.js'
export { type PostgresStoreOptions, postgresStore } from './postgres-store.js'
export { postgresUnavailableCode } from './postgres-unavailable.js'
