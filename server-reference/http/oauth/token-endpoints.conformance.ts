import type { LatchkeyOptions } from '../../core/latchkey-options.js'
import { type ada, expectValue, withoutIdempotency } from '../../core/test-bench.conformance.js'
import type { MachineTokenOptions } from '../../core/tokens/create-machine-tokens.js'
import { createTokenBench, issuer } from '../../core/tokens/token-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { tokenHandler } from './token-handler.js'

/** The endpoints of a latchkey whose network is in this process. */
export function openEndpoints(
  options: Partial<LatchkeyOptions> & { tokenOptions?: Partial<MachineTokenOptions> } = {},
) {
  const made = createTokenBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() }, ...options })
  const handle = tokenHandler(made.latchkey, { clientAddress: () => '198.51.100.9' })

  function post(path: string, form: Record<string, string> | string, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(form)
    return handle(new Request(issuer + path, { method: 'POST', headers, body }))
  }

  /** With `client_secret_post`. */
  const postAs = (secret: string, path: string, form: Record<string, string> = {}) =>
    post(path, { client_id: secret.split('_')[2] ?? '', client_secret: secret, ...form })

  const askToken = (secret: string, form: Record<string, string> = {}) =>
    postAs(secret, '/oauth/token', { grant_type: 'client_credentials', ...form })

  const introspect = async (secret: string, token: string, form: Record<string, string> = {}) =>
    (await postAs(secret, '/oauth/introspect', { token, ...form })).text()

  async function issueTo(caller: typeof ada, input: { name: string; scopes?: string[] } = { name: 'ci' }) {
    const created = await made.latchkey.management.create(caller, input, withoutIdempotency)
    return expectValue(created).secret ?? ''
  }

  return { ...made, handle, post, postAs, askToken, introspect, issueTo }
}
