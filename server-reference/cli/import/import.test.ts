import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestBench } from '../../core/test-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { type Place, places } from '../places.conformance.js'
import { runLatchkey } from '../run-latchkey.conformance.js'

const pepper = randomBytes(32).toString('hex')

/** The plugin as somebody runs it, on a database of their own. */
async function openPlugin(database: DatabaseSync | pg.Pool) {
  const options = {
    database,
    secret: randomBytes(32).toString('hex'),
    baseURL: 'http://localhost:3000',
    emailAndPassword: { enabled: true },
    plugins: [apiKey({ enableMetadata: true })],
    telemetry: { enabled: false },
    logger: { disabled: true },
  }
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  const { api } = betterAuth(options)
  const body = { email: 'ada@example.com', password: 'correct horse', name: 'Ada' }
  const { user } = await api.signUpEmail({ body })
  return { api, userId: user.id }
}

type Plugin = Awaited<ReturnType<typeof openPlugin>>

/** Keys of every kind that the plugin makes. */
async function fill({ api, userId }: Plugin) {
  const make = (body: object) => api.createApiKey({ body: { userId, ...body } })
  const permissions = { orders: ['read', 'write'], files: ['list'] }
  const keys = {
    plain: await make({ name: 'plain' }),
    scoped: await make({ name: 'scoped', prefix: 'acme_', permissions, expiresIn: 86_400 * 30 }),
    nameless: await make({ prefix: 'verylongprefix_' }),
    off: await make({ name: 'off' }),
    metered: await make({ name: 'metered', remaining: 5 }),
    namesake: await make({ name: 'plain', metadata: { plan: 'pro' } }),
  }
  await api.updateApiKey({ body: { keyId: keys.off.id, userId, enabled: false } })
  for (const { key } of [keys.plain, keys.scoped, keys.nameless, keys.namesake]) {
    expect(await api.verifyApiKey({ body: { key } })).toMatchObject({ valid: true })
  }
  return keys
}

describe.each(Object.entries(places))('An import into %s', { timeout: 60_000 }, (_, make) => {
  let place: Place
  const latchkey = (line: string, input = '', env: Record<string, string> = {}) =>
    runLatchkey(line.split(' '), {
      input,
      env: { DATABASE_URL: place.url, LATCHKEY_PEPPER: pepper, ...env },
    })
  const read = async (line: string, input = '') => JSON.parse((await latchkey(`${line} --json`, input)).out)

  /** As an app that accepts imported keys is asked. @param work while its store is open */
  async function inApp<T>(work: (app: ReturnType<typeof createTestBench>) => Promise<T>): Promise<T> {
    const store = place.open()
    try {
      const app = createTestBench({
        store,
        limits: { limiter: memoryRateLimits() },
        peppers: [{ id: '1', secret: pepper }],
        acceptImportedKeys: true,
        now: Date.now,
      })
      return await work(app)
    } finally {
      await store.close()
    }
  }
  const present = (secret: string, requiredScopes: string[] = []) =>
    inApp((app) => app.present(secret, { requiredScopes }))

  beforeAll(async () => {
    place = await make()
    await latchkey('migrate')
  })
  afterAll(() => place.drop())

  describe('from a database that the real Better Auth plugin filled', () => {
    let source: Place
    let keys: Awaited<ReturnType<typeof fill>>
    let userId: string
    const line = () => `import better-auth --from ${source.url}`

    beforeAll(async () => {
      source = await make()
      const database = source.url.startsWith('file:')
        ? new DatabaseSync(source.url.slice('file:'.length))
        : new pg.Pool({ connectionString: source.url })
      const plugin = await openPlugin(database)
      userId = plugin.userId
      keys = await fill(plugin)
      await (database instanceof DatabaseSync ? database.close() : database.end())
    }, 30_000)
    afterAll(() => source.drop())

    it('says first what it would do, and does nothing', async () => {
      const dry = await read(`${line()} --dry-run`)
      expect(dry.imported).toHaveLength(5)
      expect(dry).toMatchObject({ dryRun: true, scopes: ['files:list', 'orders:read', 'orders:write'] })
      expect((await read('list')).keys).toEqual([])
    })

    it('lets the keys verify here without being reissued, as far as they did there', async () => {
      const run = await latchkey(`${line()} --json`)
      expect(run.exitCode).toBe(4)
      const result = JSON.parse(run.out)
      expect(result).toMatchObject({
        alreadyImported: [],
        over: [],
        leftOut: [{ from: keys.metered.id }],
        without: { rateLimit: 5, metadata: 1 },
      })
      expect(await present(keys.scoped.key, ['orders:write', 'files:list'])).toMatchObject({
        ok: true,
        key: { consumerId: userId, name: 'scoped' },
      })
      expect(await present(keys.plain.key)).toMatchObject({ ok: true })
      expect(await present(keys.plain.key, ['orders:read'])).toMatchObject({ code: 'insufficient_scope' })
      expect(await present(keys.nameless.key)).toMatchObject({ ok: true })
      expect(await present(keys.off.key)).toMatchObject({ code: 'key_disabled' })
      expect(await present(keys.metered.key)).toMatchObject({ code: 'invalid_key' })
      expect(await present(`${keys.plain.key}a`)).toMatchObject({ code: 'invalid_key' })
    })

    it('keeps what is shown of them, their expiry and their names', async () => {
      const { keys: listed } = await read('list')
      const byName = Object.fromEntries(listed.map((key: { name: string }) => [key.name, key]))
      expect(Object.keys(byName).toSorted()).toEqual([
        'Imported verylongprefix_',
        'off',
        'plain',
        'plain 2',
        'scoped',
      ])
      expect(byName.scoped).toMatchObject({
        prefix: 'acme_',
        start: keys.scoped.key.slice(5, 6),
        end: '',
        rateLimit: null,
        createdBy: null,
      })
      expect(byName.scoped.expiresAt).toBe(new Date(keys.scoped.expiresAt ?? 0).toISOString())
      expect(byName.plain).toMatchObject({ prefix: '', start: keys.plain.key.slice(0, 6) })
      expect(byName.off.status).toBe('disabled')
      const { activity } = await read(`inspect ${byName.scoped.id}`)
      expect(activity[0]).toMatchObject({ type: 'created', reason: 'imported from Better Auth' })
    })

    it('adds nothing when it is called again, but for what was left out', async () => {
      const again = await read(line())
      expect(again).toMatchObject({ imported: [], leftOut: [{ from: keys.metered.id }] })
      expect(again.alreadyImported).toHaveLength(5)
      const dropped = await latchkey(`${line()} --drop-quotas --rate-limits --json`)
      expect(dropped.exitCode).toBe(0)
      expect(JSON.parse(dropped.out)).toMatchObject({
        imported: [{ from: keys.metered.id }],
        without: { quota: 1 },
      })
      expect(await present(keys.metered.key)).toMatchObject({ ok: true, rate: { policy: 'key' } })
    })

    it('finds and revokes one by being pasted, as a key of ours (OP-6)', async () => {
      const { key } = await read('inspect --key', keys.plain.key)
      expect(key.name).toBe('plain')
      expect((await read('revoke --key --yes', keys.plain.key)).revoked).toEqual([key.id])
      expect(await present(keys.plain.key)).toMatchObject({ code: 'key_revoked' })
    })

    it('tells of no secret, and keeps none', async () => {
      const said = JSON.stringify([
        await latchkey(line()),
        await latchkey('list'),
        await read('list --status revoked'),
      ])
      for (const { key } of Object.values(keys)) expect(said).not.toContain(key.slice(-20))
    })
  })

  describe('of rows of Unkey', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('base64')
    const secret = (name: string) => `acme_${createHash('sha256').update(name).digest('hex').slice(0, 22)}`
    const row = (name: string, more: object = {}) => ({
      id: `key_${name}`,
      hash: digest(secret(name)),
      start: secret(name).slice(0, 9),
      name,
      externalId: 'user_1',
      enabled: true,
      expires: null,
      createdAt: 1_700_000_000_000,
      ...more,
    })
    const lines = (...rows: object[]) => rows.map((each) => JSON.stringify(each)).join('\n')

    it('lets them verify here, with what they may do, and says what was not taken over', async () => {
      const input = lines(
        row('one', { permissions: ['documents.read', '*'], roles: ['admin'], meta: { plan: 'pro' } }),
        row('two', { externalId: undefined, identity: { externalId: 'user_2' }, enabled: false }),
        row('three', { ratelimits: [{ name: 'api', limit: 5, duration: 10_000, autoApply: true }] }),
        row('expired', { expires: 1_700_000_000_001 }),
        row('deleted', { deletedAt: 1_700_000_000_001 }),
        row('used-up', { credits: { remaining: 0 } }),
        row('metered', { credits: { remaining: 9, refill: { interval: 'daily', amount: 9 } } }),
        row('nobody', { externalId: null }),
        row('odd', { hash: 'abc' }),
      )
      const result = await read('import unkey --file - --rate-limits', input)
      expect(result.imported.map(({ from }: { from: string }) => from)).toEqual([
        'key_one',
        'key_two',
        'key_three',
      ])
      expect(result.over).toEqual([
        { from: 'key_expired', why: 'expired' },
        { from: 'key_deleted', why: 'deleted' },
        { from: 'key_used-up', why: 'used up' },
      ])
      expect(result.leftOut.map(({ from }: { from: string }) => from)).toEqual([
        'key_metered',
        'key_nobody',
        'key_odd',
      ])
      expect(result).toMatchObject({
        scopes: ['documents.read'],
        droppedScopes: { '*': 1 },
        without: { roles: 1, metadata: 1 },
      })
      expect(await present(secret('one'), ['documents.read'])).toMatchObject({
        ok: true,
        key: { consumerId: 'user_1', name: 'one', scopes: ['documents.read'] },
      })
      expect(await present(secret('two'))).toMatchObject({ code: 'key_disabled' })
      expect(await present(secret('three'))).toMatchObject({ ok: true, rate: { policy: 'key', limit: 5 } })
      const { key } = await read('inspect --key', secret('one'))
      expect(key).toMatchObject({ prefix: 'acme_', start: secret('one').slice(5, 9), end: '' })
      expect(key.createdAt).toBe('2023-11-14T22:13:20.000Z')
    })

    it('upgrades with its first use what was imported without the pepper (ST-4)', async () => {
      const input = lines(row('plain-digest'))
      const run = await latchkey('import unkey --file -', input, { LATCHKEY_PEPPER: '' })
      expect(run.exitCode).toBe(0)
      const { out } = await latchkey('doctor')
      expect(out).toContain('wait for their next use')
      // All that this file has imported, of which none was revoked.
      expect(out).toMatch(/^warning +imported +[1-9]\d* that were imported are refused as unknown/m)
      await inApp(async (app) => {
        expect(await app.present(secret('plain-digest'))).toMatchObject({ ok: true })
        // Behind the answer, by a write of its own.
        await expect.poll(async () => (await latchkey('doctor')).out).toMatch(/^ok +pepper +"1" is good$/m)
      })
      expect(await present(secret('plain-digest'))).toMatchObject({ ok: true })
    })

    it('drops and tells of scopes that are not among the known ones', async () => {
      const file = `${place.url.startsWith('file:') ? place.url.slice(5) : `/tmp/latchkey-${process.pid}`}.jsonl`
      writeFileSync(file, lines(row('known', { permissions: ['orders:read', 'orders:reed'] })))
      const run = await latchkey(`import unkey --file ${file}`, '', {
        LATCHKEY_SCOPES: 'orders:read,orders:write',
      })
      expect(run).toMatchObject({ exitCode: 0, out: '' })
      expect(run.said).toContain('unknown scope orders:reed: dropped from 1')
      expect(run.said).toContain('your catalogue needs: orders:read\n')
      expect(run.said).toContain('acceptImportedKeys')
      expect(await present(secret('known'), ['orders:read'])).toMatchObject({ ok: true })
    })

    it('names the line that cannot be read, not what stands there, and imports nothing', async () => {
      const run = await latchkey('import unkey --file -', `${lines(row('four'))}\nlk_live_secret`)
      expect(run).toMatchObject({ exitCode: 2, out: '' })
      expect(run.said).toContain('Line 2')
      expect(run.said).not.toContain('lk_live_secret')
      expect(await present(secret('four'))).toMatchObject({ code: 'invalid_key' })
    })
  })

  it.each([
    'import',
    'import clerk',
    'import unkey',
    'import better-auth --table a;b',
    'import better-auth --file x --from file:y',
    'import better-auth --from mysql://x',
    'import better-auth --environment prod',
  ])('does nothing where it reads "%s"', async (line) => {
    expect(await latchkey(line)).toMatchObject({ exitCode: 2, out: '' })
  })

  it('says so where there is no such table', async () => {
    const run = await latchkey('import better-auth')
    expect(run).toMatchObject({ exitCode: 1, out: '' })
    expect(run.said).toContain('The table "apikey" cannot be read')
  })
})
