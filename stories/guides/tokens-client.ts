import { type ApiKeyClient, LatchkeyError } from 'latchkey/client'
import { type ApiKey, deriveStatus, type KeyCounts } from 'latchkey/contract'

/** What this backend calls a key. */
interface Token {
  id: string
  label: string
  lastFour: string
  createdAt: string
  revokedAt: string | null
}

/** Lists, creates and revokes. Everything else is missing here, so the component does not offer it. */
export const tokensClient: ApiKeyClient = {
  backend: '/v1/tokens',
  async list({ search = '', status = [], limit = 25, cursor = '0' }, options) {
    const tokens: Token[] = await ask('', { signal: options?.signal ?? null })
    const all = tokens.map(toApiKey)
    const found = all.filter(
      (key) => key.name.includes(search) && (status.length === 0 || status.includes(statusOf(key))),
    )
    const end = Number(cursor) + limit
    const page = { nextCursor: end < found.length ? String(end) : null, previousCursor: null }
    return {
      keys: found.slice(Number(cursor), end),
      page: { ...page, total: found.length },
      counts: count(all),
    }
  },
  async create({ name }, options) {
    const headers = { 'Idempotency-Key': options?.idempotencyKey ?? crypto.randomUUID() }
    const body = JSON.stringify({ label: name })
    // Whoever waits for too long gives up by it.
    const signal = options?.signal ?? null
    const made: { token: Token; value: string } = await ask('', { method: 'POST', headers, body, signal })
    return { key: toApiKey(made.token), secret: made.value }
  },
  async revoke(id) {
    const token: Token = await ask(`/${id}`, { method: 'DELETE' })
    return { key: toApiKey(token) }
  },
}

/** Every failure is a LatchkeyError: the component chooses its words by the code. */
async function ask(path: string, init: RequestInit) {
  const headers = { 'Content-Type': 'application/json', ...init.headers }
  const response = await fetch(`/v1/tokens${path}`, { ...init, headers }).catch((cause) => {
    throw new LatchkeyError(init.signal?.aborted ? 'aborted' : 'unreachable', 'No answer came.', { cause })
  })
  const { status } = response
  if (status === 401) throw new LatchkeyError('unauthenticated', 'Nobody is signed in.', { status })
  if (status === 409) throw new LatchkeyError('name_taken', 'The label is taken.', { status })
  if (!response.ok) throw new LatchkeyError('internal_error', `The server said ${status}.`, { status })
  return response.json()
}

function toApiKey({ id, label: name, lastFour: end, createdAt, revokedAt }: Token): ApiKey {
  const told = { id, name, end, createdAt, revokedAt, updatedAt: revokedAt ?? createdAt }
  return { ...untold, ...told, start: id.slice(0, 4) }
}

/** What this backend does not know. */
const untold = {
  consumerId: 'me',
  description: null,
  environment: 'live',
  prefix: 'tok_',
  scopes: [],
  ipAllowlist: [],
  rateLimit: null,
  createdBy: null,
  expiresAt: null,
  lastUsedAt: null,
  disabledAt: null,
  revokedReason: null,
  rotation: null,
  managedBy: null,
  version: 1,
} satisfies Partial<ApiKey>

function statusOf(key: ApiKey) {
  return deriveStatus(key, Date.now())
}

function count(keys: readonly ApiKey[]): KeyCounts {
  const counts = { active: 0, expiring: 0, rotating: 0, disabled: 0, expired: 0, revoked: 0 }
  for (const key of keys) counts[statusOf(key)] += 1
  return { ...counts, unused: 0, stale: 0, revokedLongAgo: 0, total: keys.length }
}
