import { fstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import type { Latchkey } from 'latchkey/server'
import { postgresStore } from 'latchkey/stores/postgres'
import { sqliteStore } from 'latchkey/stores/sqlite'
import { openLatchkey } from './bench/open-latchkey.bench.ts'
import { startSmallApp } from './bench/small-app.bench.ts'
import { createTestDatabase } from './stores/postgres/test-database.conformance.ts'

/*
 * `npm run bench:next`: the processor time of a small route under `next start`, open and kept by a key, with a
 * `proxy.ts` that does nothing and with none; beside it what the verification itself takes, on SQLite and on PostgreSQL,
 * and what a single system call does on this machine: SQLite's look at its file is three.
 * Linux only: it reads `/proc`. Nothing is asserted.
 */

const requestsPerRound = 4_000
const rounds = 7

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
const path = join(folder, 'latchkey.db')
const database = await createTestDatabase()
const sqlite = await openLatchkey(sqliteStore({ path }), 100)
const postgres = await openLatchkey(postgresStore({ url: database.url }), 100)
const databases = { sqlite: path, postgres: database.url }
const plain = await startSmallApp(false, databases)
const proxied = await startSmallApp(true, databases)
try {
  const openRoute = { name: 'open route', app: plain, route: '/api/open', secret: sqlite.secret }
  const behindProxy = { ...openRoute, name: 'open route, with a proxy that does nothing', app: proxied }
  const keptOnSqlite = { ...openRoute, name: 'kept route, SQLite', route: '/api/kept-sqlite' }
  const keptOnPostgres = {
    name: 'kept route, PostgreSQL',
    app: plain,
    route: '/api/kept-postgres',
    secret: postgres.secret,
  }
  const contenders = [openRoute, behindProxy, keptOnSqlite, keptOnPostgres]
  const inTurns = {
    'a verification, SQLite': verifierOf(sqlite),
    'a verification, PostgreSQL': verifierOf(postgres),
    'one system call': () => Promise.resolve(fstatSync(1)),
  }
  const samples = new Map<string, number[]>()
  const note = (name: string, costMs: number) => samples.set(name, [...(samples.get(name) ?? []), costMs])
  // The first rounds warm up.
  for (let round = -2; round < rounds; round += 1) {
    if (round === 0) samples.clear()
    for (const { name, app, route, secret } of contenders) {
      const before = processorMs(app.pid)
      await send(`${app.origin.replace('localhost', '127.0.0.1')}${route}`, secret)
      note(name, (processorMs(app.pid) - before) / requestsPerRound)
    }
    for (const [name, work] of Object.entries(inTurns)) note(name, await timeInTurns(work))
  }
  const costOf = (name: string) => median(samples.get(name) ?? [])
  const open = costOf(openRoute.name)
  for (const { name } of contenders) {
    const cost = costOf(name)
    console.log(`${name.padEnd(44)} ${cost.toFixed(3)} ms of processor time: ${(cost / open).toFixed(2)}`)
  }
  for (const name of Object.keys(inTurns)) {
    const cost = costOf(name)
    console.log(
      `${`${name}, in a turn of its own`.padEnd(44)} ${cost.toFixed(4)} ms: ${((100 * cost) / open).toFixed(2)} % of an open route`,
    )
  }
  console.log('A verification is to be at most 1 %.')
} finally {
  for (const app of [plain, proxied]) {
    await app.stop()
    app.remove()
  }
  for (const { latchkey } of [sqlite, postgres]) await latchkey.close()
  await database.drop()
  rmSync(folder, { recursive: true })
}

async function send(url: string, secret: string): Promise<void> {
  const headers = { authorization: `Bearer ${secret}` }
  const result = await autocannon({ url, connections: 10, amount: requestsPerRound, headers })
  if (result['2xx'] !== requestsPerRound) throw new Error(`${url} did not answer each request with 200.`)
}

function verifierOf({ latchkey, secret }: { latchkey: Latchkey; secret: string }): () => Promise<unknown> {
  const headers = new Headers({ authorization: `Bearer ${secret}` })
  return () => latchkey.verify({ headers, address: '192.0.2.1' })
}

/** As a server calls it: one request, one turn of the event loop, whose own cost is taken off. */
async function timeInTurns(work: () => Promise<unknown>): Promise<number> {
  const turn = () => new Promise<void>((done) => setImmediate(done))
  const timed = async (inTurn: () => Promise<unknown>) => {
    const begun = process.cpuUsage()
    for (let index = 0; index < requestsPerRound; index += 1) {
      await turn()
      await inTurn()
    }
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000 / requestsPerRound
  }
  const idle = await timed(() => Promise.resolve())
  return (await timed(work)) - idle
}

/** What all threads have run so far (the kernel's sched-stats: nanoseconds; the ticks of `stat` are ten milliseconds). */
function processorMs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.reduce((sum, thread) => sum + Number(readSchedule(pid, thread).split(' ')[0]), 0) / 1_000_000
}

function readSchedule(pid: number, thread: string): string {
  return readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
