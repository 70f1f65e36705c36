import type {
  Grant,
  Introspection,
  TokenClient,
  TokenRefusal,
  TokenService,
} from '../../core/machine-tokens.js'

/** What an endpoint does for a client, with the parameters that it sent. */
export type AnswerForm = (
  tokens: TokenService,
  client: TokenClient,
  fields: ReadonlyMap<string, string>,
) => Promise<{ ok: true; body: Readonly<Record<string, unknown>> } | TokenRefusal>

/** RFC 6749 §4.4.2. */
export const answerGrant: AnswerForm = async (tokens, client, fields) => {
  const grantType = fields.get('grant_type')
  if (grantType === undefined) return lacks('grant_type')
  if (grantType !== 'client_credentials') {
    return { ok: false, error: 'unsupported_grant_type', detail: 'Send grant_type=client_credentials.' }
  }
  const scope = fields.get('scope')
  // RFC 6749 §3.3: printable, without quotes, one space between two.
  if (scope !== undefined && !/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(scope)) {
    return { ok: false, error: 'invalid_scope', detail: 'Send scopes with one space between two.' }
  }
  const grant = await tokens.grant(client, {
    scopes: scope?.split(' ') ?? null,
    resource: fields.get('resource') ?? null,
  })
  return grant.ok ? { ok: true, body: toTokenBody(grant) } : grant
}

/** RFC 7662 §2.1. `client_address` is ours: from where the token came, which its allowlist is about. */
export const answerIntrospection: AnswerForm = async (tokens, client, fields) => {
  const token = fields.get('token')
  if (token === undefined) return lacks('token')
  const found = await tokens.introspect(client, { token, address: fields.get('client_address') ?? null })
  return found.ok ? { ok: true, body: toIntrospectionBody(found) } : found
}

/** RFC 7009 §2.1. `token_type_hint` is not needed. */
export const answerRevocation: AnswerForm = async (tokens, client, fields) => {
  const token = fields.get('token')
  if (token === undefined) return lacks('token')
  const revoked = await tokens.revoke(client, token)
  return revoked.ok ? { ok: true, body: {} } : revoked
}

/** RFC 6749 §5.1; never a refresh token (§4.4.3). */
function toTokenBody({ accessToken, expiresIn, scopes }: Grant): Record<string, unknown> {
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresIn,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  }
}

function toIntrospectionBody({ active }: Introspection): Record<string, unknown> {
  return active ? { active: true, ...active } : { active: false }
}

function lacks(parameter: string): TokenRefusal {
  return { ok: false, error: 'invalid_request', detail: `Send the parameter ${parameter}.` }
}
