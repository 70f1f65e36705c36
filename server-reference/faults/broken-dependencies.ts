import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postAs } from '../app/testing/running-app.ts'
import { startRelay } from '../stores/postgres/tcp-relay.conformance.ts'
import { runSql, withDatabase } from '../stores/postgres/test-database.conformance.ts'
import { type Asked, ask } from './ask.ts'
import { listFaults } from './list-faults.ts'
import { anyAddress, makeTraffic } from './make-traffic.ts'
import { openDependencies } from './open-dependencies.ts'
import { startInstance } from './start-instance.ts'
import { tally } from './tally.ts'

/*
 * The app on a PostgreSQL and a Redis that fail in every way that SECURITY-TESTS.md lists, one after the other, without a
 * restart of the app. A row for each: what good keys, revoked keys and changes were answered meanwhile, how many changes
 * were made of which that was not said, how long the slowest answer took, and how soon after its end all was well. Fails
 * where an answer is wrong.
 */

// What is full must be small. Only root may mount; without it that one is left out.
const disk = mkdtempSync(join(tmpdir(), 'latchkey-faults-'))
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=1777', 'tmpfs', disk]).status === 0
process.env.TMPDIR = disk
const dependencies = await openDependencies()
const { postgres, redis } = dependencies
await runSql(postgres.url, 'CREATE DATABASE latchkey')
const databaseUrl = withDatabase(postgres.url, 'latchkey')
const relay = await startRelay(postgres.port)
const throughRelay = new URL(databaseUrl)
throughRelay.port = String(relay.port)
const app = await startInstance({ ...dependencies.variables, DATABASE_URL: throughRelay.href })

try {
  const traffic = await makeTraffic(app, { valid: 60, revoked: 40 }, 90)
  const person = await app.signUp()
  const create = async () => {
    const begun = performance.now()
    const name = `k ${Math.random()}`
    const answer = await postAs(person, app.origin, '/api/keys', { name, scopes: [] })
    return { name, status: answer.status, tookMs: performance.now() - begun }
  }
  const isMade = async (name: string) => {
    const query = new URLSearchParams({ search: name })
    const answer = await fetch(`${app.origin}/api/keys?${query}`, { headers: { Cookie: person } })
    const { keys }: { keys: unknown[] } = await answer.json()
    return keys.length > 0
  }
  console.log(
    '| fault | good key | revoked key | change | made all the same | slowest answer | well again after |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const fault of listFaults({ postgres, redis, relay, databaseUrl, disk: hasDisk ? disk : null })) {
    await fault.begin()
    const verified: { kind: string; answer: Asked }[] = []
    const changed: Awaited<ReturnType<typeof create>>[] = []
    // Until what was in memory is no longer proven, and a while beyond.
    const endsMs = performance.now() + 2_000
    await Promise.all([
      ...Array.from({ length: 4 }, async () => {
        while (performance.now() < endsMs) {
          const { kind, secret } = traffic.pick()
          verified.push({ kind, answer: await ask(app.origin, secret, anyAddress()) })
          await new Promise((wake) => setTimeout(wake, 100))
        }
      }),
      ...Array.from({ length: 5 }, async () => changed.push(await create())),
    ])
    await fault.end()
    const endedMs = performance.now()
    const good = traffic.all.find(({ kind }) => kind === 'valid')?.secret ?? ''
    while ((await ask(app.origin, good)).status !== 200 || (await create()).status !== 201) {
      if (performance.now() - endedMs > 60_000) throw new Error(`Not well again after: ${fault.name}`)
      await new Promise((wake) => setTimeout(wake, 50))
    }
    const wellMs = performance.now() - endedMs
    const made = await Promise.all(
      changed.filter(({ status }) => status !== 201).map(({ name }) => isMade(name)),
    )
    const late = made.filter(Boolean).length
    const codes = (kind: string) =>
      tally(verified.filter((one) => one.kind === kind).map(({ answer }) => answer.status))
    const slowestMs = Math.max(
      ...verified.map(({ answer }) => answer.tookMs),
      ...changed.map((one) => one.tookMs),
    )
    const cells = [codes('valid'), codes('revoked'), tally(changed.map(({ status }) => status)), late]
    console.log(
      `| ${[fault.name, ...cells, `${Math.round(slowestMs)} ms`, `${Math.round(wellMs)} ms`].join(' | ')} |`,
    )
    const isWrong = verified.some(
      ({ kind, answer }) => ![kind === 'valid' ? 200 : 401, 503].includes(answer.status),
    )
    if (isWrong || late > 0) process.exitCode = 1
  }
} finally {
  await app.stop()
  app.remove()
  await relay.close()
  await dependencies.remove()
  if (hasDisk) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
}
