import { parseCidr } from 'latchkey/contract'
import { type DatabasePlace, parseDatabaseUrl } from '../variables/parse-database-url.ts'
import { parseSwitch } from '../variables/parse-switch.ts'
import { splitPeppers } from '../variables/split-peppers.ts'
import { defaultPort } from './defaults.ts'
import {
  type ClerkEnvironment,
  clerkVariables,
  parseJwtKey,
  parsePublishableKey,
  parseSecretKey,
  parseSignInUrl,
} from './parse-clerk.ts'

/** What the app is told from outside. */
export interface AppEnvironment {
  database: DatabasePlace
  /** Newest first. */
  peppers: { id: string; secret: string }[]
  /** For the app's own accounts. null: Clerk signs people in. */
  authSecret: string | null
  /** null: the app's own accounts sign people in. */
  clerk: ClerkEnvironment | null
  /** The address that people open, and that links and cookies are made for. */
  origin: string
  /** Origins whose pages may write; the first is `origin`. */
  allowedOrigins: string[]
  /** What whoever reads `/api/metrics` must carry. null: there are no metrics. */
  metricsToken: string | null
  /** Whether each refused key is logged. */
  logsRefusals: boolean
  /** Whether keys that were imported from another system are accepted. */
  acceptsImportedKeys: boolean
  /** What becomes of keys that GitHub found in public. null: nobody may report any. */
  leakReports: 'by_environment' | 'flag' | 'revoke' | null
  /** Where rate limits are counted for several processes. null: each counts alone. */
  redisUrl: string | null
  /** How machine tokens are made. null: there are none. */
  tokens: TokenEnvironment | null
  /** CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[]
}

export interface TokenEnvironment {
  /** As for `createMachineTokens`, which reads them. */
  signingKeys: string
  audience: string
  lifetimeSeconds: number
}

/** Throws one error that names everything that is missing or wrong (ST-5). */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): AppEnvironment {
  const problems: string[] = []
  const check = <T>(name: string, parse: (text: string | undefined) => T, fallback: T): T => {
    try {
      return parse(source[name] || undefined)
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : String(error)}`)
      return fallback
    }
  }
  const port = check('PORT', parsePort, defaultPort)
  const withClerk = clerkVariables.some((name) => Boolean(source[name]))
  const authSecret = withClerk ? null : check('BETTER_AUTH_SECRET', parseSecret, '')
  const clerk = withClerk
    ? {
        jwtKey: check('CLERK_JWT_KEY', parseJwtKey, ''),
        ...check('CLERK_PUBLISHABLE_KEY', parsePublishableKey, { publishableKey: '', frontendApi: '' }),
        signInUrl: check('CLERK_SIGN_IN_URL', parseSignInUrl, ''),
        secretKey: check('CLERK_SECRET_KEY', parseSecretKey, null),
      }
    : null
  const peppers = check('LATCHKEY_PEPPER', parsePeppers, [])
  const origin = check('APP_ORIGIN', parseOrigin, null)
  const database = check('DATABASE_URL', parseDatabaseUrl, null)
  const metricsToken = check('METRICS_TOKEN', parseOptionalSecret, null)
  const logsRefusals = check('LOG_REFUSALS', parseSwitch, false)
  const acceptsImportedKeys = check('ACCEPT_IMPORTED_KEYS', parseSwitch, false)
  const leakReports = check('LEAK_REPORTS', parseLeakReports, null)
  const redisUrl = check('REDIS_URL', parseRedisUrl, null)
  const trustedProxies = check('TRUSTED_PROXIES', parseRanges, [])
  const signingKeys = check('TOKEN_SIGNING_KEYS', parseSigningKeys, null)
  const lifetimeSeconds = check('TOKEN_LIFETIME_SECONDS', parseLifetime, 0)
  if (authSecret && peppers.some(({ secret }) => secret === authSecret)) {
    problems.push('LATCHKEY_PEPPER must not be the same as BETTER_AUTH_SECRET: each is changed by itself.')
  }
  if (
    [authSecret, ...peppers.map(({ secret }) => secret)].some(
      (secret) => secret && signingKeys?.includes(secret),
    )
  ) {
    problems.push('TOKEN_SIGNING_KEYS must not hold another secret: each is changed by itself.')
  }
  if (problems.length > 0 || database === null) {
    throw new Error(
      `The reference app cannot start.\n${problems.map((problem) => `- ${problem}`).join('\n')}\n"npm run server" makes secrets for development by itself.`,
    )
  }
  const local = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`)
  const allowedOrigins = origin ? [origin] : local
  const address = origin ?? `http://localhost:${port}`
  const audience = source.TOKEN_AUDIENCE || address
  return {
    database,
    peppers,
    authSecret,
    clerk,
    origin: address,
    allowedOrigins,
    metricsToken,
    logsRefusals,
    acceptsImportedKeys,
    leakReports,
    redisUrl,
    tokens: signingKeys === null ? null : { signingKeys, audience, lifetimeSeconds },
    trustedProxies,
  }
}

function parsePort(text = String(defaultPort)): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > 65_535) throw new Error('must be a number from 1 to 65535.')
  return port
}

function parseSecret(text: string | undefined): string {
  if (!text) throw new Error('is missing. Set it to at least 32 random characters: openssl rand -hex 32')
  if (text.length < 32 || new Set(text).size < 8) {
    throw new Error(
      'is too short or too regular. Set it to at least 32 random characters: openssl rand -hex 32',
    )
  }
  return text
}

function parsePeppers(text: string | undefined): AppEnvironment['peppers'] {
  const peppers = splitPeppers(text ?? '')
  for (const { secret } of peppers) {
    parseSecret(secret)
    const bytes = /^(?:[0-9a-f]{2})+$/i.test(secret) ? secret.length / 2 : (secret.length * 3) / 4
    if (!/^[\w-]+$/.test(secret) || bytes < 32) {
      throw new Error('must be at least 32 bytes as hexadecimal digits or base64url: openssl rand -hex 32')
    }
  }
  return peppers
}

function parseOrigin(text: string | undefined): string | null {
  if (text === undefined) return null
  const url = URL.parse(text)
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (!url || url.origin !== text || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) {
    throw new Error('must be an https origin without a path, such as https://app.example.com.')
  }
  return text
}

function parseOptionalSecret(text: string | undefined): string | null {
  return text === undefined ? null : parseSecret(text)
}

function parseLeakReports(text: string | undefined): AppEnvironment['leakReports'] {
  if (text === undefined || text === 'by_environment' || text === 'flag' || text === 'revoke')
    return text ?? null
  throw new Error('must be by_environment (flag live keys, revoke test keys), flag or revoke.')
}

function parseRedisUrl(text: string | undefined): string | null {
  if (text === undefined) return null
  const protocol = URL.parse(text)?.protocol
  if (protocol !== 'redis:' && protocol !== 'rediss:') {
    throw new Error('must be the address of a Redis, such as redis://127.0.0.1:6379.')
  }
  return text
}

/** What is in them is read, and said, where tokens are made. */
function parseSigningKeys(text: string | undefined): string | null {
  if (text === undefined) return null
  if (/^\s*[[{].*"d".*[\]}]\s*$/s.test(text)) return text
  throw new Error(
    'must be a private JSON Web Key, or a list of them. server-reference/README.md says how to make one.',
  )
}

function parseLifetime(text = '300'): number {
  const seconds = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (seconds < 1 || seconds > 900) throw new Error('must be a number of seconds from 1 to 900.')
  return seconds
}

function parseRanges(text: string | undefined): string[] {
  const ranges = (text ?? '').split(',').filter((range) => range !== '')
  for (const range of ranges) {
    if (!parseCidr(range))
      throw new Error('must be addresses or ranges joined by commas, such as 10.0.0.0/8.')
  }
  return ranges
}
