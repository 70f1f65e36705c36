import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestBench } from '../core/test-bench.conformance.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { type Place, places } from './places.conformance.js'
import { runLatchkey } from './run-latchkey.conformance.js'
import { spawnLatchkey } from './spawn-latchkey.conformance.js'

const pepper = randomBytes(32).toString('hex')

describe.each(Object.entries(places))(
  'The command line on %s, with no server running',
  { timeout: 60_000 },
  (name, make) => {
    let place: Place
    const latchkey = (line: string, input = '', env: Record<string, string> = {}) =>
      runLatchkey(line.split(' ').filter(Boolean), {
        input,
        env: { DATABASE_URL: place.url, LATCHKEY_PEPPER: pepper, ...env },
      })
    const create = async (line: string) => {
      const { out } = await latchkey(`create ${line} --json`)
      return JSON.parse(out)
    }

    beforeAll(async () => {
      place = await make()
    })
    afterAll(() => place.drop())

    it('is a program of its own: made, found by itself, revoked (OP-6)', async () => {
      const program = (line: string, input = '') =>
        spawnLatchkey(line.split(' '), { input, env: { DATABASE_URL: other.url, LATCHKEY_PEPPER: pepper } })
      const other = await make()
      try {
        expect(await program('migrate')).toMatchObject({ exitCode: 0, said: '' })
        const { out: secret } = await program('create --consumer acme --name ci')
        expect(secret).toMatch(/^lk_live_\w{66}\n$/)
        const revoked = await program('revoke --key --yes --json', secret)
        expect(revoked).toMatchObject({ exitCode: 0, said: '' })
        const shown = JSON.parse((await program('inspect --key --json', secret)).out)
        expect(shown.key).toMatchObject({ name: 'ci', status: 'revoked' })
        expect(JSON.parse(revoked.out)).toEqual({ revoked: [shown.key.id], dryRun: false })
        expect(await program('revoke --key --yes', 'lk_live_none')).toMatchObject({ exitCode: 3, out: '' })
      } finally {
        await other.drop()
      }
    })

    it('finds no keys where no tables are, makes none by itself, and says what to do', async () => {
      const run = await latchkey('list')
      expect(run).toMatchObject({ exitCode: 1, out: '' })
      expect(run.said).toContain('latchkey migrate')
      expect((await latchkey('doctor')).out).toMatch(/^fault +schema +there are no tables/m)
    })

    it('makes the tables, and leaves those that are there', async () => {
      const first = JSON.parse((await latchkey('migrate --json')).out)
      expect(first.from).toBe(0)
      expect(JSON.parse((await latchkey('migrate --json')).out)).toEqual({ from: first.to, to: first.to })
      expect((await latchkey('migrate')).out).toContain('up to date')
    })

    it('makes a key whose secret alone is the output, and which opens', async () => {
      const line = 'create --consumer acme --name ci --scope orders:read,orders:write --expires 30d'
      const run = await latchkey(line)
      expect(run.exitCode).toBe(0)
      expect(run.out).toMatch(/^lk_live_\w{16}_\w{49}\n$/)
      expect(run.said).not.toContain(run.out.trim())
      const store = place.open()
      try {
        const { present } = createTestBench({
          store,
          limits: { limiter: memoryRateLimits() },
          peppers: [{ id: '1', secret: pepper }],
          now: Date.now,
        })
        expect(await present(run.out.trim(), { requiredScopes: ['orders:write'] })).toMatchObject({
          ok: true,
          key: { consumerId: 'acme', name: 'ci' },
        })
      } finally {
        await store.close()
      }
    })

    it('refuses a name that is taken, and what it cannot read, without a key being made', async () => {
      const taken = await latchkey('create --consumer acme --name ci')
      expect(taken).toMatchObject({ exitCode: 4, out: '' })
      for (const line of [
        'create --consumer acme',
        'create --consumer acme --name x --expires yesterday',
        'create --consumer acme --name x --rate-limit fast',
        'create --consumer acme --name x --scope *',
        'create --consumer acme --name x --brand 1x',
      ]) {
        expect(await latchkey(line), line).toMatchObject({ exitCode: 2, out: '' })
      }
      const unknown = await latchkey('create --consumer acme --name x --scope order:read', '', {
        LATCHKEY_SCOPES: 'orders:read',
      })
      expect(unknown).toMatchObject({ exitCode: 4, out: '' })
      expect(unknown.said).toContain('Did you mean orders:read?')
      expect(JSON.parse((await latchkey('list --json')).out).keys).toHaveLength(1)
    })

    it('lists what is asked for, of one consumer or of all, with a status', async () => {
      await create('--consumer globex --name deploy')
      const all = JSON.parse((await latchkey('list --json')).out)
      expect(all).toMatchObject({ more: false })
      expect(all.keys.map((key: { name: string; status: string }) => [key.name, key.status])).toEqual([
        ['ci', 'active'],
        ['deploy', 'active'],
      ])
      const names = async (line: string) =>
        JSON.parse((await latchkey(`list --json ${line}`)).out).keys.map((key: { name: string }) => key.name)
      expect(await names('--consumer globex')).toEqual(['deploy'])
      expect(await names('--search DEPL')).toEqual(['deploy'])
      expect(await names('--status revoked')).toEqual([])
      expect(await names('--status active,disabled --sort name')).toEqual(['ci', 'deploy'])
      const first = JSON.parse((await latchkey('list --json --limit 1')).out)
      expect(first).toMatchObject({ keys: [{ name: 'ci' }], more: true })
      const table = await latchkey('list')
      expect(table.out).toMatch(/^ID +NAME +CONSUMER/)
      expect(await latchkey('list --status gone')).toMatchObject({ exitCode: 2 })
      expect(await latchkey('list --limit 0')).toMatchObject({ exitCode: 2 })
    })

    it('shows a key by its id or by itself, with what happened to it', async () => {
      const { key, secret } = await create('--consumer acme --name shown')
      const byId = JSON.parse((await latchkey(`inspect ${key.id} --json`)).out)
      expect(byId).toMatchObject({
        key: { name: 'shown', status: 'active' },
        activity: [{ type: 'created' }],
      })
      expect(byId.activity[0].actor.id).toBe('operator')
      const pasted = await latchkey('inspect --key', `${secret}\n`)
      expect(pasted.out).toMatch(/^Name +shown$/m)
      expect(pasted.out + pasted.said).not.toContain(secret)
      expect(await latchkey('inspect 0000000000000000')).toMatchObject({ exitCode: 3 })
      expect(await latchkey('inspect --key', 'lk_live_nothing')).toMatchObject({ exitCode: 3 })
      expect(await latchkey('inspect')).toMatchObject({ exitCode: 2 })
    })

    it('takes no key from the arguments, where others can read it', async () => {
      const { key, secret } = await create('--consumer acme --name argument')
      for (const line of [`inspect ${secret}`, `revoke --id=${secret} --yes`, `revoke ${secret} --yes`]) {
        const run = await latchkey(line)
        expect(run).toMatchObject({ exitCode: 2, out: '' })
        expect(run.said).not.toContain(secret)
      }
      expect(JSON.parse((await latchkey(`inspect ${key.id} --json`)).out).key.status).toBe('active')
    })

    it('rotates: a successor with the same scopes, and the old key for as long as was said', async () => {
      const { key } = await create(
        '--consumer acme --name rotated --scope a,b --environment test --brand acme',
      )
      const run = await latchkey(`rotate ${key.id} --overlap 1h --json`)
      const { key: next, secret, previous } = JSON.parse(run.out)
      expect(next).toMatchObject({
        name: 'rotated',
        scopes: ['a', 'b'],
        prefix: 'acme_test_',
        status: 'active',
      })
      expect(secret).toContain(`acme_test_${next.id}_`)
      expect(previous).toMatchObject({ id: key.id, status: 'rotating' })
      expect(await latchkey(`rotate ${key.id}`)).toMatchObject({ exitCode: 4, out: '' })
      expect(await latchkey(`rotate ${next.id} --overlap soon`)).toMatchObject({ exitCode: 2 })
    })

    it('asks before a rotation ends the old key at once', async () => {
      const { key } = await create('--consumer acme --name at-once')
      expect(await latchkey(`rotate ${key.id} --overlap 0`)).toMatchObject({ exitCode: 5, out: '' })
      const { previous } = JSON.parse((await latchkey(`rotate ${key.id} --overlap 0 --yes --json`)).out)
      expect(previous).toMatchObject({ status: 'revoked', revokedReason: 'rotated' })
    })

    it('revokes by the pasted key and by id, once, with the reason in the log (OP-6)', async () => {
      const { key, secret } = await create('--consumer acme --name leaked')
      expect(await latchkey('revoke --key', secret)).toMatchObject({ exitCode: 5, out: '' })
      const run = await latchkey('revoke --key --yes --reason leaked', `${secret}\n`)
      expect(run).toMatchObject({ exitCode: 0, out: `${key.id}\n` })
      expect(run.said).not.toContain(secret)
      const { key: after, activity } = JSON.parse((await latchkey(`inspect ${key.id} --json`)).out)
      expect(after).toMatchObject({ status: 'revoked', revokedReason: 'leaked' })
      expect(activity[0]).toMatchObject({ type: 'revoked', reason: 'leaked', actor: { id: 'operator' } })
      const again = await latchkey(`revoke ${key.id} --json`)
      expect(again).toMatchObject({ exitCode: 0, out: '{"revoked":[],"dryRun":false}\n' })
      expect(await latchkey('revoke 0000000000000000 --yes')).toMatchObject({ exitCode: 3 })
    })

    it('revokes by consumer, by age and all, says first how many, and nothing by mistake (OP-6)', async () => {
      const { key } = await create('--consumer initech --name one')
      for (const line of [
        '',
        '--all --consumer initech',
        '--consumer initech --id a',
        '--all x',
        '--created-before yesterday',
        '--consumer=',
        '--everything',
        '--created-before 1d --all',
      ]) {
        expect(await latchkey(`revoke --yes ${line}`), line).toMatchObject({ exitCode: 2, out: '' })
      }
      const asked = await latchkey('revoke --consumer initech')
      expect(asked).toMatchObject({ exitCode: 5, out: '' })
      expect(asked.said).toContain('revokes 1 key')
      expect(JSON.parse((await latchkey('revoke --created-before 1d --yes --json')).out).revoked).toEqual([])
      const dry = JSON.parse((await latchkey('revoke --all --dry-run --json')).out)
      expect(dry).toMatchObject({ dryRun: true })
      expect(dry.revoked).toContain(key.id)
      const line = 'revoke --consumer initech --created-before 2099-01-01T00:00:00Z --yes --json'
      expect(JSON.parse((await latchkey(line)).out).revoked).toEqual([key.id])
      const rest = JSON.parse((await latchkey('revoke --all --yes --json')).out).revoked
      expect(rest.toSorted()).toEqual(dry.revoked.filter((id: string) => id !== key.id).toSorted())
      expect(JSON.parse((await latchkey('revoke --all --yes --json')).out).revoked).toEqual([])
    })

    it('finds all well where it is, and a pepper that is gone', async () => {
      await create('--consumer acme --name peppered')
      const well = await latchkey('doctor --json')
      expect(well.exitCode).toBe(0)
      const { healthy, checks } = JSON.parse(well.out)
      expect(healthy).toBe(true)
      const statuses = Object.fromEntries(
        checks.map((check: { name: string; status: string }) => [check.name, check.status]),
      )
      expect(statuses).not.toHaveProperty('imported')
      expect(statuses).not.toHaveProperty('tokens')
      expect(statuses).toMatchObject({ schema: 'ok', store: 'ok', pepper: 'ok', limiter: 'ok', clock: 'ok' })
      const other = { LATCHKEY_PEPPER: `2:${randomBytes(32).toString('hex')}` }
      const gone = await latchkey('doctor', '', other)
      expect(gone.exitCode).toBe(1)
      expect(gone.out).toMatch(/^fault +pepper +keys were made with the pepper "1"/m)
    })

    it('reads variables from a file, and says where a pepper is missing', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-env-'))
      try {
        const file = join(folder, '.env.local')
        writeFileSync(file, `DATABASE_URL="file:/nowhere"\nLATCHKEY_PEPPER=${pepper} # of the app\n`)
        const { key, secret } = await create('--consumer acme --name from-file')
        const env = { DATABASE_URL: place.url }
        const found = await runLatchkey(['inspect', '--key', '--env', file, '--json'], {
          env,
          input: secret,
        })
        expect(found).toMatchObject({ exitCode: 0, said: '' })
        expect(JSON.parse(found.out).key.id).toBe(key.id)
        const without = await runLatchkey(['inspect', '--key'], { env, input: secret })
        expect(without).toMatchObject({ exitCode: 3, out: '' })
        expect(without.said).toContain('LATCHKEY_PEPPER is not set')
        const missing = await runLatchkey(['list', '--env', join(folder, 'none')], { env })
        expect(missing).toMatchObject({ exitCode: 2, out: '' })
      } finally {
        rmSync(folder, { recursive: true })
      }
    })

    it('says so where the database is out of reach', async () => {
      const DATABASE_URL =
        name === 'SQLite' ? 'file:/proc/nowhere/keys.db' : 'postgres://nobody@127.0.0.1:1/none'
      const run = await latchkey('doctor', '', { DATABASE_URL })
      expect(run.exitCode).toBe(1)
      expect(await latchkey('list', '', { DATABASE_URL })).toMatchObject({ exitCode: 1, out: '' })
      expect(await latchkey('list', '', { DATABASE_URL: 'mysql://x' })).toMatchObject({ exitCode: 2 })
    })
  },
)
