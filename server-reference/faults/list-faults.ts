import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { OwnRedis } from '../limits/redis/redis-server.conformance.ts'
import type { OwnServer } from '../stores/postgres/own-server.conformance.ts'
import type { TcpRelay } from '../stores/postgres/tcp-relay.conformance.ts'
import { runSql } from '../stores/postgres/test-database.conformance.ts'

export interface Fault {
  name: string
  begin(): unknown
  end(): unknown
}

interface Breakable {
  postgres: OwnServer
  redis: OwnRedis
  /** Between the app and PostgreSQL. */
  relay: TcpRelay
  /** Of the app's database, beside the relay. */
  databaseUrl: string
  /** Where PostgreSQL keeps everything, and which may be filled. null: there is none that may. */
  disk: string | null
}

/** Each can begin while the app works, and ends so that everything is as before. */
export function listFaults({ postgres, redis, relay, databaseUrl, disk }: Breakable): Fault[] {
  const endSessions = () =>
    runSql(postgres.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'latchkey'")
  const setReadOnly = async (value: 'on' | 'off') => {
    await runSql(postgres.url, `ALTER DATABASE latchkey SET default_transaction_read_only = ${value}`)
    await endSessions()
  }
  const rename = async (from: string, to: string) => {
    await runSql(postgres.url, `ALTER DATABASE ${from} WITH ALLOW_CONNECTIONS false`)
    await runSql(
      postgres.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${from}'`,
    )
    await runSql(postgres.url, `ALTER DATABASE ${from} RENAME TO ${to}`)
    await runSql(postgres.url, `ALTER DATABASE ${to} WITH ALLOW_CONNECTIONS true`)
  }
  let lock: pg.Client | null = null
  let original: { path: string; bytes: Buffer } | null = null
  return [
    { name: 'PostgreSQL stopped', begin: () => postgres.stop('immediate'), end: postgres.start },
    { name: 'PostgreSQL hung', begin: postgres.pause, end: postgres.resume },
    {
      name: 'PostgreSQL slow: the keys are locked',
      begin: async () => {
        lock = new pg.Client({ connectionString: databaseUrl })
        await lock.connect()
        await lock.query('BEGIN; LOCK TABLE latchkey_keys')
      },
      end: () => lock?.end(),
    },
    { name: 'PostgreSQL read-only', begin: () => setReadOnly('on'), end: () => setReadOnly('off') },
    { name: 'PostgreSQL ends all sessions', begin: endSessions, end: () => undefined },
    {
      name: 'PostgreSQL corrupt: the table of keys is overwritten',
      begin: async () => {
        const sql =
          "SELECT current_setting('data_directory') AS data, pg_relation_filepath('latchkey_keys') AS file"
        const [row] = await runSql(databaseUrl, sql)
        const path = join(String(row?.data), String(row?.file))
        postgres.stop('fast')
        original = { path, bytes: swapBytes(path, Buffer.alloc(64 * 1024, 0xa5)) }
        postgres.start()
      },
      end: () => {
        postgres.stop('fast')
        if (original) swapBytes(original.path, original.bytes)
        postgres.start()
      },
    },
    {
      name: 'PostgreSQL’s database gone',
      begin: () => rename('latchkey', 'gone'),
      end: () => rename('gone', 'latchkey'),
    },
    ...(disk === null ? [] : [fullDisk(join(disk, 'filler'), postgres)]),
    { name: 'network to PostgreSQL cut', begin: relay.cut, end: relay.heal },
    { name: 'network to PostgreSQL resets', begin: relay.reset, end: () => undefined },
    {
      name: 'network to PostgreSQL slow, 100 ms each way',
      begin: () => relay.slow(100),
      end: () => relay.slow(0),
    },
    {
      name: 'network to PostgreSQL slow, 400 ms each way',
      begin: () => relay.slow(400),
      end: () => relay.slow(0),
    },
    { name: 'Redis stopped', begin: redis.kill, end: redis.start },
    { name: 'Redis hung', begin: redis.hang, end: redis.resume },
    {
      name: 'Redis full',
      begin: () => redis.admin.config('SET', 'maxmemory', '1'),
      end: () => redis.admin.config('SET', 'maxmemory', '0'),
    },
    { name: 'Redis flushed', begin: () => redis.admin.flushall(), end: () => undefined },
    {
      name: 'Redis a replica',
      begin: () => redis.admin.replicaof('127.0.0.1', 1),
      end: () => redis.admin.replicaof('NO', 'ONE'),
    },
  ]
}

function fullDisk(filler: string, postgres: OwnServer): Fault {
  return {
    name: 'PostgreSQL’s disk full',
    begin: () => {
      const file = openSync(filler, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(64 * 1024))
      } catch {
        closeSync(file)
      }
    },
    end: () => {
      rmSync(filler)
      try {
        postgres.start()
      } catch {
        // It runs: it had room enough for its log.
      }
    },
  }
}

/** Writes over the beginning of a file. What was there. */
function swapBytes(path: string, bytes: Buffer): Buffer {
  const file = openSync(path, 'r+')
  const before = Buffer.alloc(bytes.length)
  const length = readSync(file, before, 0, bytes.length, 0)
  writeSync(file, bytes, 0, length, 0)
  closeSync(file)
  return before.subarray(0, length)
}
