import { describe, expect, test } from 'vitest'
import { parseEnvironment } from './parse-environment.ts'

const secrets = {
  BETTER_AUTH_SECRET: '5f9c1e8a7b3d2c4f6e0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e',
  LATCHKEY_PEPPER: '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
}

const refusal = (source: Record<string, string>) => {
  try {
    parseEnvironment(source)
    return 'accepted'
  } catch (error) {
    return String(error)
  }
}

describe('The environment of the app', () => {
  test('With its secrets alone it runs on this machine', () => {
    expect(parseEnvironment(secrets)).toEqual({
      database: { type: 'sqlite', path: '.data/latchkey.db' },
      peppers: [{ id: '1', secret: secrets.LATCHKEY_PEPPER }],
      authSecret: secrets.BETTER_AUTH_SECRET,
      clerk: null,
      origin: 'http://localhost:3000',
      allowedOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
      metricsToken: null,
      logsRefusals: false,
      acceptsImportedKeys: false,
      leakReports: null,
      redisUrl: null,
      tokens: null,
      trustedProxies: [],
    })
  })

  test('An origin of its own is the only one whose pages may write', () => {
    const { origin, allowedOrigins } = parseEnvironment({ ...secrets, APP_ORIGIN: 'https://app.example.com' })
    expect([origin, allowedOrigins]).toEqual(['https://app.example.com', ['https://app.example.com']])
  })

  test.each(['1', 'true', 'yes'])('What is %s is on', (word) => {
    const environment = parseEnvironment({ ...secrets, LOG_REFUSALS: word, ACCEPT_IMPORTED_KEYS: word })
    expect(environment).toMatchObject({ logsRefusals: true, acceptsImportedKeys: true })
  })

  test.each(['by_environment', 'flag', 'revoke'])('Leaks may be reported: %s', (leakReports) => {
    expect(parseEnvironment({ ...secrets, LEAK_REPORTS: leakReports })).toMatchObject({ leakReports })
  })

  test('With keys that sign, it makes tokens for itself, or for whom it is told', () => {
    const TOKEN_SIGNING_KEYS = '{"kty":"EC","d":"something"}'
    const told = { TOKEN_AUDIENCE: 'https://api.example.com', TOKEN_LIFETIME_SECONDS: '60' }
    const signingKeys = TOKEN_SIGNING_KEYS
    const { tokens } = parseEnvironment({ ...secrets, TOKEN_SIGNING_KEYS })
    expect(tokens).toEqual({ signingKeys, audience: 'http://localhost:3000', lifetimeSeconds: 300 })
    expect(parseEnvironment({ ...secrets, TOKEN_SIGNING_KEYS, ...told }).tokens).toEqual({
      signingKeys,
      audience: 'https://api.example.com',
      lifetimeSeconds: 60,
    })
  })

  test.each([
    ['file:.data/a.db', '.data/a.db'],
    ['file:/srv/a.db', '/srv/a.db'],
    ['file:///srv/a.db', '/srv/a.db'],
  ])('%s is the file %s', (url, path) => {
    const { database } = parseEnvironment({ ...secrets, DATABASE_URL: url })
    expect(database).toEqual({ type: 'sqlite', path })
  })

  test.each(['postgres://u:p@db.example.com/app', 'postgresql://u@127.0.0.1:5433/app?sslmode=require'])(
    '%s is a PostgreSQL',
    (url) => {
      const { database } = parseEnvironment({ ...secrets, DATABASE_URL: url })
      expect(database).toEqual({ type: 'postgres', url })
    },
  )

  test('ST-4: peppers are rotated by putting a new one first', () => {
    const older = secrets.LATCHKEY_PEPPER.replaceAll('0', 'f')
    const text = `2026b:${secrets.LATCHKEY_PEPPER},2026a:${older}`
    expect(parseEnvironment({ ...secrets, LATCHKEY_PEPPER: text }).peppers).toEqual([
      { id: '2026b', secret: secrets.LATCHKEY_PEPPER },
      { id: '2026a', secret: older },
    ])
  })
})

const jwtKey = '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A+/\n-----END PUBLIC KEY-----'
const clerk = {
  CLERK_JWT_KEY: jwtKey,
  CLERK_PUBLISHABLE_KEY: `pk_live_${btoa('clerk.example.com$')}`,
  CLERK_SIGN_IN_URL: 'https://accounts.example.com/sign-in',
}

describe('With Clerk', () => {
  test('the app needs no accounts of its own, and no secret for them', () => {
    const { LATCHKEY_PEPPER } = secrets
    const environment = parseEnvironment({ LATCHKEY_PEPPER, ...clerk })
    expect(environment.authSecret).toBeNull()
    expect(environment.clerk).toEqual({
      jwtKey,
      publishableKey: clerk.CLERK_PUBLISHABLE_KEY,
      frontendApi: 'clerk.example.com',
      signInUrl: 'https://accounts.example.com/sign-in',
      secretKey: null,
    })
  })

  test('the key may be on one line', () => {
    const CLERK_JWT_KEY = jwtKey.replaceAll('\n', '\\n')
    expect(parseEnvironment({ ...secrets, ...clerk, CLERK_JWT_KEY }).clerk?.jwtKey).toBe(jwtKey)
  })

  test.each([
    ['CLERK_JWT_KEY', ''],
    ['CLERK_JWT_KEY', 'sk_live_whatever'],
    ['CLERK_PUBLISHABLE_KEY', ''],
    ['CLERK_PUBLISHABLE_KEY', 'pk_live_***'],
    ['CLERK_PUBLISHABLE_KEY', `pk_live_${btoa('evil.example.com; script-src *$')}`],
    ['CLERK_SIGN_IN_URL', ''],
    ['CLERK_SIGN_IN_URL', 'http://accounts.example.com'],
    ['CLERK_SIGN_IN_URL', '/sign-in'],
    ['CLERK_SECRET_KEY', 'pk_live_whatever'],
  ])('it refuses to start with half of it: %s=%s (ST-5)', (name, value) => {
    expect(refusal({ ...secrets, ...clerk, [name]: value })).toContain(`- ${name} `)
  })
})

describe('ST-5: it refuses to start', () => {
  test('without its secrets, and names all that are missing at once', () => {
    const message = refusal({})
    expect(message).toContain('BETTER_AUTH_SECRET is missing')
    expect(message).toContain('LATCHKEY_PEPPER is missing')
  })

  test.each([
    ['BETTER_AUTH_SECRET', 'short'],
    ['BETTER_AUTH_SECRET', 'a'.repeat(64)],
    ['LATCHKEY_PEPPER', '0123456789abcdef0123456789abcdef'],
    ['LATCHKEY_PEPPER', 'with spaces and more than enough characters'],
    ['APP_ORIGIN', 'http://app.example.com'],
    ['APP_ORIGIN', 'https://app.example.com/'],
    ['APP_ORIGIN', 'app.example.com'],
    ['DATABASE_URL', 'mysql://db/latchkey'],
    ['DATABASE_URL', 'file://host/a.db'],
    ['METRICS_TOKEN', 'short'],
    ['LEAK_REPORTS', '1'],
    ['LOG_REFUSALS', 'all'],
    ['ACCEPT_IMPORTED_KEYS', 'ture'],
    ['REDIS_URL', 'http://127.0.0.1:6379'],
    ['REDIS_URL', '127.0.0.1:6379'],
    ['TOKEN_SIGNING_KEYS', 'not a key, and long enough to be seen'],
    ['TOKEN_SIGNING_KEYS', '{"kty":"EC","x":"public alone"}'],
    ['TOKEN_LIFETIME_SECONDS', '0'],
    ['TOKEN_LIFETIME_SECONDS', '901'],
    ['TOKEN_LIFETIME_SECONDS', '5m'],
    ['PORT', '0'],
    ['PORT', '3000x'],
    ['TRUSTED_PROXIES', '10.0.0.0/8,proxy'],
  ])('with %s=%s, and never repeats the value', (name, value) => {
    const message = refusal({ ...secrets, [name]: value })
    expect(message).toContain(`- ${name} `)
    if (value.length > 20) expect(message).not.toContain(value)
  })

  test('with one secret for two purposes (OP-8)', () => {
    const message = refusal({ ...secrets, BETTER_AUTH_SECRET: secrets.LATCHKEY_PEPPER })
    expect(message).toContain('must not be the same')
    for (const secret of Object.values(secrets)) {
      const TOKEN_SIGNING_KEYS = JSON.stringify({ kty: 'EC', d: secret })
      expect(refusal({ ...secrets, TOKEN_SIGNING_KEYS })).toContain('must not hold another secret')
    }
  })
})
