import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
 * `proxy.ts` that does nothing and with none; beside it what the verification itself takes, on SQLite and on PostgreSQL.
 * Linux only: it reads `/proc`. Nothing is asserted.
 */

const requestsPerRound = 4_000
const rounds = 7
const ticksPerSecond = 100

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
const path = join(folder, 'latchkey.db')
const database = await createTestDatabase()
const sqlite = await openLatchkey(sqliteStore({ path }), 100)
const postgres = await openLatchkey(postgresStore({ url: database.url }), 100)
const { secret } = sqlite
const plain = await startSmallApp(false, path)
const proxied = await startSmallApp(true, path)
try {
  const contenders = [
    { name: 'open route', app: plain, route: '/api/open' },
    { name: 'open route, with a proxy that does nothing', app: proxied, route: '/api/open' },
    { name: 'kept route', app: plain, route: '/api/kept' },
  ]
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  const verifications = { SQLite: [] as number[], PostgreSQL: [] as number[] }
  // The first rounds warm up.
  for (let round = -2; round < rounds; round += 1) {
    for (const { name, app, route } of contenders) {
      const before = processorMs(app.pid)
      await send(`${app.origin.replace('localhost', '127.0.0.1')}${route}`)
      if (round >= 0) samples.get(name)?.push((processorMs(app.pid) - before) / requestsPerRound)
    }
    const taken = { SQLite: await verifyInTurns(sqlite), PostgreSQL: await verifyInTurns(postgres) }
    if (round < 0) continue
    verifications.SQLite.push(taken.SQLite)
    verifications.PostgreSQL.push(taken.PostgreSQL)
  }
  const costOf = (name: string) => median(samples.get(name) ?? [])
  for (const { name } of contenders)
    console.log(`${name.padEnd(46)} ${costOf(name).toFixed(3)} ms of processor time`)
  const [first, second, third] = contenders.map(({ name }) => costOf(name))
  if (!first || !second || !third) throw new Error('Nothing was measured.')
  for (const [store, samplesMs] of Object.entries(verifications)) {
    const verification = median(samplesMs)
    console.log(
      `${`one verification, ${store}, in a turn of its own`.padEnd(46)} ${verification.toFixed(4)} ms: ${((100 * verification) / first).toFixed(2)} % of an open route (to be at most 1 %)`,
    )
  }
  console.log(`a kept route to an open one: ${(third / first).toFixed(2)}`)
  console.log(`a route with a proxy that does nothing to one without: ${(second / first).toFixed(2)}`)
} finally {
  for (const app of [plain, proxied]) {
    await app.stop()
    app.remove()
  }
  for (const { latchkey } of [sqlite, postgres]) await latchkey.close()
  await database.drop()
  rmSync(folder, { recursive: true })
}

async function send(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${secret}` }
  const result = await autocannon({ url, connections: 10, amount: requestsPerRound, headers })
  if (result['2xx'] !== requestsPerRound) throw new Error(`${url} did not answer each request with 200.`)
}

/** As a server calls it: one request, one turn of the event loop. Its own cost is taken off. */
async function verifyInTurns(opened: { latchkey: Latchkey; secret: string }): Promise<number> {
  const headers = new Headers({ authorization: `Bearer ${opened.secret}` })
  const turn = () => new Promise<void>((done) => setImmediate(done))
  const timed = async (work: () => Promise<unknown>) => {
    const begun = process.cpuUsage()
    for (let index = 0; index < requestsPerRound; index += 1) {
      await turn()
      await work()
    }
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000 / requestsPerRound
  }
  const idle = await timed(() => Promise.resolve())
  return (await timed(() => opened.latchkey.verify({ headers, address: '192.0.2.1' }))) - idle
}

/** User and system time so far (proc(5): fields 14 and 15 of `stat`). */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
