import { Redis } from 'ioredis'
import type { RedisClient } from './redis-rate-limits.js'

export interface RedisConnection extends RedisClient {
  /** Settles when the first try has, however it ends. Connects on its first call and not before. */
  tried(): Promise<void>
  close(): Promise<void>
}

/** A connection that never lets a request wait for one: without it a command fails at once, and it comes back by itself. */
export function connectRedis(url: string, timeoutMs: number): RedisConnection {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // The deadline itself is the limiter's, which hears first of what has arrived. This forgets what never came.
    commandTimeout: 2 * timeoutMs,
    connectTimeout: 2_000,
    // A partition that swallows packets closes nothing; a new connection is what ends it.
    socketTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 50, 1_000),
    // After a failover the old primary is a replica, and the name leads to the new one.
    reconnectOnError: isAboutReplica,
  })
  // Without a listener a lost connection would end the process. Commands tell of it.
  client.on('error', ignore)
  let first: Promise<void> | null = null

  return {
    evalsha: (digest, keys, ...rest) => client.evalsha(digest, keys, ...rest),
    eval: (script, keys, ...rest) => client.eval(script, keys, ...rest),
    tried() {
      first ??= client.connect().catch(ignore)
      return first
    },
    async close() {
      // Does not wait for an answer: there may be nobody to give one.
      client.disconnect()
    },
  }
}

/** Redis 7 says it first; 5 and 6 put `ERR Error running script` before what a script ran into. */
export function isAboutReplica({ message }: Error): boolean {
  return message.includes('READONLY')
}

function ignore(): void {}
