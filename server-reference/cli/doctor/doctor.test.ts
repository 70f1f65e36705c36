import { describe, expect, it } from 'vitest'
import type { DatabaseInspection } from '../../stores/database-inspection.js'
import { checkClock } from './check-clock.js'
import { checkLimiter } from './check-limiter.js'
import { checkProxy } from './check-proxy.js'
import { checkSchema } from './check-schema.js'
import { checkSecrets } from './check-secrets.js'

const good = '5f9c1e8a7b3d2c4f6e0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e'
const other = '0a1b2c3d4e5f60718293a4b5c6d7e8f91a2b3c4d5e6f708192a3b4c5d6e7f809'
const well: DatabaseInspection = {
  schema: { state: 'current', version: 4, known: 4 },
  clock: null,
  newestEventMs: null,
  pepperIds: [],
  importedKeys: 0,
}

describe('Secrets (ST-5)', () => {
  const statusOf = (env: Record<string, string>, pepperIds: (string | null)[] = []) =>
    checkSecrets(env, { ...well, pepperIds }).map(({ name, status }) => `${name} ${status}`)

  it.each([
    ['is missing', {}, 'pepper warning'],
    ['is good', { LATCHKEY_PEPPER: good }, 'pepper ok'],
    ['was rotated', { LATCHKEY_PEPPER: `b:${good},a:${other}` }, 'pepper ok'],
    ['is short', { LATCHKEY_PEPPER: good.slice(0, 40) }, 'pepper fault'],
    ['is constant', { LATCHKEY_PEPPER: 'ab'.repeat(32) }, 'pepper fault'],
    ['repeats itself', { LATCHKEY_PEPPER: '0123456789abcdef'.repeat(4) }, 'pepper fault'],
  ])('a pepper that %s', (_, env, finding) => {
    expect(statusOf(env)).toEqual([finding])
  })

  it('says once how a short pepper is mended', () => {
    const [finding] = checkSecrets({ LATCHKEY_PEPPER: 'short' }, well)
    expect(finding?.says).not.toContain('openssl')
    expect(finding?.mend).toContain('openssl')
  })

  it('a pepper that keys were made with and that is gone', () => {
    expect(statusOf({ LATCHKEY_PEPPER: `b:${good}` }, ['a', 'b'])).toEqual(['pepper fault'])
    expect(statusOf({}, ['a'])).toEqual(['pepper fault'])
    expect(statusOf({ LATCHKEY_PEPPER: `b:${good},a:${other}` }, ['a', null])).toEqual(['pepper ok'])
  })

  it.each([
    ['is good', other, 'ok'],
    ['is a library’s default', 'better-auth-secret-12345678901234567890', 'fault'],
    ['is short', 'hunter2', 'fault'],
    ['repeats itself', 'changeme'.repeat(8), 'fault'],
    ['is the pepper as well (OP-8)', good, 'fault'],
  ])('a secret of the sign-in that %s', (_, secret, status) => {
    const env = { LATCHKEY_PEPPER: good, BETTER_AUTH_SECRET: secret }
    expect(statusOf(env)).toEqual(['pepper ok', `secret ${status}`])
  })

  it('says nothing of what they are', () => {
    const said = JSON.stringify(checkSecrets({ LATCHKEY_PEPPER: good, BETTER_AUTH_SECRET: good }, well))
    expect(said).not.toContain(good)
  })
})

describe('The clock', () => {
  const at = 1_800_000_000_000
  const look = (inspection: Partial<DatabaseInspection>, wallMs = 500, passedMs = 500) =>
    checkClock(
      { wallMs: at, monotonicMs: 0 },
      { ...well, ...inspection },
      {
        now: () => at + wallMs,
        monotonicMs: () => passedMs,
      },
    ).status

  it('is right within a second of the database’s', () => {
    expect(look({ clock: { callerMs: at, databaseMs: at + 900 } })).toBe('ok')
    expect(look({ clock: { callerMs: at, databaseMs: at - 5_000 } })).toBe('warning')
    expect(look({ clock: { callerMs: at, databaseMs: at + 90_000 } })).toBe('fault')
  })

  it('was set back where the log has an entry of the future', () => {
    expect(look({ newestEventMs: at })).toBe('ok')
    expect(look({ newestEventMs: at + 3_600_000 })).toBe('fault')
  })

  it('jumps where it goes another way than one that nobody sets', () => {
    expect(look({}, -86_400_000)).toBe('fault')
    expect(look({}, 3_600_000)).toBe('fault')
    expect(look({}, 20_000, 20_000)).toBe('ok')
  })
})

describe('The proxy (MW-14)', () => {
  const challenge = { 'WWW-Authenticate': 'Bearer realm="api"' }
  const ask = (answers: (path: string) => Response) =>
    checkProxy('https://app.example.com/api/orders', async (input) =>
      answers(new URL(String(input)).pathname),
    )

  it('is active where it refuses even what has no handler', async () => {
    const { status } = await ask(() => new Response(null, { status: 401, headers: challenge }))
    expect(status).toBe('ok')
  })

  it('was not seen where the handler alone refuses', async () => {
    const { status } = await ask((path) =>
      path === '/api/orders'
        ? new Response(null, { status: 401, headers: challenge })
        : new Response(null, { status: 404 }),
    )
    expect(status).toBe('warning')
  })

  it.each([
    ['an open route', () => new Response('[]')],
    ['a redirect', () => new Response(null, { status: 307, headers: { Location: '/sign-in' } })],
    ['a 401 that is not ours', () => new Response(null, { status: 401 })],
  ])('is a fault before %s', async (_, answer) => {
    expect(await ask(answer)).toMatchObject({ status: 'fault' })
  })

  it('cannot be judged without an address, or where nobody answers', async () => {
    expect(await checkProxy(undefined, fetch)).toMatchObject({ status: 'skipped' })
    expect(await checkProxy('app.example.com', fetch)).toMatchObject({ status: 'fault' })
    const down = async () => Promise.reject(new TypeError('fetch failed'))
    expect(await checkProxy('https://app.example.com/', down)).toMatchObject({ status: 'fault' })
  })
})

describe('The limiter and the schema', () => {
  it('a limiter in memory is well, and a Redis that nobody reaches is a fault', async () => {
    expect(await checkLimiter(undefined, Date.now)).toMatchObject({ status: 'ok' })
    expect(await checkLimiter('redis://127.0.0.1:1', Date.now)).toMatchObject({ status: 'fault' })
  })

  it.each([
    ['current', 'ok'],
    ['missing', 'fault'],
    ['outdated', 'fault'],
    ['newer', 'fault'],
    ['foreign', 'fault'],
  ] as const)('a schema that is %s is %s', (state, status) => {
    const finding = checkSchema({ ...well, schema: { state, version: 3, known: 4 } }, 'keys.db')
    expect(finding.status).toBe(status)
    if (state === 'missing' || state === 'foreign') expect(finding.says).toContain('keys.db')
  })
})
