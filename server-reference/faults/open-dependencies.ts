import { type OwnRedis, startRedis } from '../limits/redis/redis-server.conformance.ts'
import { type OwnServer, startOwnServer } from '../stores/postgres/own-server.conformance.ts'

/** A PostgreSQL and a Redis that a script may break. */
export interface Dependencies {
  postgres: OwnServer
  redis: OwnRedis
  /** What points the app to them. */
  variables: { DATABASE_URL: string; REDIS_URL: string }
  remove(): Promise<void>
}

export async function openDependencies(): Promise<Dependencies> {
  const [postgres, redis] = await Promise.all([startOwnServer(), startRedis()])
  return {
    postgres,
    redis,
    variables: { DATABASE_URL: postgres.url, REDIS_URL: redis.url },
    remove: async () => {
      postgres.remove()
      redis.admin.disconnect()
      redis.resume()
      await redis.kill()
    },
  }
}
