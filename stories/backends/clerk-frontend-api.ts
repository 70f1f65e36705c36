/** A key as Clerk's Frontend API tells it: `ApiKeyJSON` of its packages. Moments in milliseconds since the epoch. */
export interface ClerkKeyJson {
  object: 'api_key'
  id: string
  type: 'api_key'
  name: string
  subject: string
  scopes: string[]
  claims: null
  revoked: boolean
  revocation_reason: string | null
  expired: boolean
  expiration: number | null
  created_by: string | null
  description: string | null
  last_used_at: number | null
  created_at: number
  updated_at: number
  /** In the answer of a create alone. */
  secret?: string
}

export interface ClerkFrontendApiOptions {
  keys?: readonly Partial<ClerkKeyJson>[] | undefined
  /** Milliseconds since the epoch. */
  now(): number
}

/** What answers in place of Clerk: its Frontend API, as far as signing in and API keys need it. */
export interface ClerkFrontendApi {
  /** Whose session it is. */
  readonly userId: string
  /** All there are, also those that no list holds. */
  readonly keys: readonly ClerkKeyJson[]
  /** Every request for keys so far, oldest first. */
  readonly calls: readonly { method: string; path: string; body: string }[]
  /** Answers whatever comes next for keys, in place of the API; null: the API itself. */
  intercept: ((request: Request) => Response | Promise<Response>) | null
  /** Ends the session. */
  signOut(): void
  fetch(this: void, request: Request): Promise<Response>
}

/**
 * Clerk's Frontend API over keys in memory: `GET` and `POST /api_keys`, `POST /api_keys/:id/revoke`, and the environment,
 * client and tokens that its client asks for first. As published, a list holds neither revoked nor expired
 * keys, is the newest first, has `limit` (at most 100) and `offset`, and finds names by `query`.
 */
export function createClerkFrontendApi(options: ClerkFrontendApiOptions): ClerkFrontendApi {
  const { now } = options
  const userId = 'user_2ada'
  const keys = (options.keys ?? []).map((key, index) => toKey(key, index))
  const calls: { method: string; path: string; body: string }[] = []
  let isSignedIn = true

  const api: ClerkFrontendApi = {
    userId,
    keys,
    calls,
    intercept: null,
    signOut() {
      isSignedIn = false
    },
    async fetch(request) {
      const url = new URL(request.url)
      const path = url.pathname.replace(/^.*?\/(?=(?:environment|client|api_keys)(?:\/|$))/, '/')
      if (path === '/environment') return Response.json(environment)
      if (path === '/client') return Response.json({ response: client(), client: null })
      if (/^\/client\/sessions\/\w+\/tokens/.test(path)) return Response.json({ jwt: token() })
      if (/^\/client\/sessions\/\w+\/touch/.test(path))
        return Response.json({ response: session(), client: client() })
      if (!path.startsWith('/api_keys')) return refusal(404, 'resource_not_found', 'Resource not found')
      const body = await request.clone().text()
      calls.push({ method: request.method, path: path + url.search, body })
      if (api.intercept) return api.intercept(request)
      const bearer = request.headers.get('Authorization') ?? ''
      if (!isSignedIn || !bearer.startsWith('Bearer ')) {
        return refusal(401, 'authentication_invalid', 'Unable to authenticate the request')
      }
      const revoked = /^\/api_keys\/(?<id>[^/]+)\/revoke$/.exec(path)?.groups?.id
      if (request.method === 'POST' && revoked !== undefined) return revoke(revoked, body)
      if (request.method === 'POST' && path === '/api_keys') return create(body)
      if (request.method === 'GET' && path === '/api_keys') return list(url.searchParams)
      return refusal(404, 'resource_not_found', 'Resource not found')
    },
  }
  return api

  function toKey(given: Partial<ClerkKeyJson>, index: number): ClerkKeyJson {
    const createdAt = given.created_at ?? now()
    return {
      object: 'api_key',
      id: `ak_id${String(index + 1).padStart(4, '0')}`,
      type: 'api_key',
      name: `key-${index + 1}`,
      subject: userId,
      scopes: [],
      claims: null,
      revoked: false,
      revocation_reason: null,
      expired: false,
      expiration: null,
      created_by: userId,
      description: null,
      last_used_at: null,
      created_at: createdAt,
      updated_at: createdAt,
      ...given,
    }
  }

  function list(query: URLSearchParams): Response {
    const wanted = (query.get('query') ?? '').toLowerCase()
    const found = keys
      .filter((key) => key.subject === query.get('subject'))
      .filter((key) => !key.revoked && (key.expiration === null || key.expiration > now()))
      .filter((key) => key.name.toLowerCase().includes(wanted))
      .toSorted((one, other) => other.created_at - one.created_at)
    const offset = Number(query.get('offset') ?? 0)
    const limit = Math.min(100, Number(query.get('limit') ?? 10))
    return Response.json({ data: found.slice(offset, offset + limit), total_count: found.length })
  }

  function create(body: string): Response {
    const { name, subject, description, seconds_until_expiration: seconds } = JSON.parse(body)
    if (typeof name !== 'string' || name === '') {
      return refusal(422, 'form_param_nil', 'Enter name.', 'name')
    }
    if (keys.some((key) => !key.revoked && key.subject === subject && key.name === name)) {
      return refusal(409, 'api_key_name_already_exists', 'API Key name already exists.')
    }
    const made = toKey(
      {
        name,
        subject,
        description: description ?? null,
        expiration: seconds ? now() + seconds * 1000 : null,
        created_at: now(),
      },
      keys.length,
    )
    keys.push(made)
    const random = crypto.getRandomValues(new Uint8Array(20))
    const secret = `ak_${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
    return Response.json({ ...made, secret })
  }

  function revoke(id: string, body: string): Response {
    const key = keys.find((each) => each.id === id)
    if (!key) return refusal(404, 'resource_not_found', 'API key not found')
    const { revocation_reason: reason = null } = JSON.parse(body)
    Object.assign(key, { revoked: true, revocation_reason: reason, updated_at: now() })
    return Response.json(key)
  }

  function client() {
    return {
      object: 'client',
      id: 'client_1',
      status: isSignedIn ? 'active' : null,
      sessions: isSignedIn ? [session()] : [],
      sign_in: null,
      sign_up: null,
      last_active_session_id: isSignedIn ? 'sess_1' : null,
      cookie_expires_at: null,
      created_at: now(),
      updated_at: now(),
    }
  }

  function session() {
    const user = {
      object: 'user',
      id: userId,
      first_name: 'Ada',
      last_name: 'Lovelace',
      email_addresses: [],
      phone_numbers: [],
      web3_wallets: [],
      external_accounts: [],
      passkeys: [],
      organization_memberships: [],
      created_at: now(),
      updated_at: now(),
    }
    return {
      object: 'session',
      id: 'sess_1',
      status: 'active',
      expire_at: now() + day,
      abandon_at: now() + day,
      last_active_at: now(),
      last_active_organization_id: null,
      last_active_token: { object: 'token', jwt: token() },
      actor: null,
      factor_verification_age: null,
      tasks: null,
      user,
      public_user_data: { first_name: 'Ada', last_name: 'Lovelace', identifier: 'ada', user_id: userId },
      created_at: now(),
      updated_at: now(),
    }
  }

  /** In the shape of a session token. Nobody here verifies it: whether it is signed is Clerk's business. */
  function token(): string {
    const seconds = Math.floor(Date.now() / 1000)
    const claims = {
      sub: userId,
      sid: 'sess_1',
      iat: seconds,
      nbf: seconds,
      exp: seconds + 60,
      iss: 'https://clerk',
    }
    return [{ alg: 'RS256', typ: 'JWT' }, claims, 'unsigned'].map((part) => encode(part)).join('.')
  }
}

const day = 86_400_000

function encode(part: object | string): string {
  return btoa(JSON.stringify(part)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** As Clerk refuses: `ClerkAPIErrorJSON`. */
export function refusal(
  status: number,
  code: string,
  message: string,
  field?: string,
  headers: Record<string, string> = {},
): Response {
  const meta = field === undefined ? {} : { meta: { param_name: field } }
  const errors = [{ code, message, long_message: message, ...meta }]
  return Response.json({ errors, clerk_trace_id: 'trace_1' }, { status, headers })
}

const environment = {
  object: 'environment',
  id: 'env_1',
  auth_config: { object: 'auth_config', id: 'auth_1', single_session_mode: true },
  display_config: {
    object: 'display_config',
    id: 'display_1',
    application_name: 'Acme',
    instance_environment_type: 'production',
  },
  user_settings: { attributes: {}, social: {}, actions: {}, sign_in: {}, sign_up: {} },
  organization_settings: { enabled: false },
  commerce_settings: { billing: { user: { enabled: false }, organization: { enabled: false } } },
  api_keys_settings: { user_api_keys_enabled: true, orgs_api_keys_enabled: true },
  maintenance_mode: false,
}
