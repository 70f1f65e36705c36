import type { OperationName } from '../../../src/contract/index.js'
import type { OfferedManagement, Outcome } from '../../core/latchkey.js'
import { describeCapabilities } from '../../core/management/describe-capabilities.js'
import { describeScopes } from '../../core/management/describe-scopes.js'
import { listKeys } from '../../core/management/list-keys.js'
import { DependencyFailure } from '../../core/within-deadline.js'
import { createUnkeyKey } from './create-unkey-key.js'
import { notFound, reach, type UnkeyContext } from './reach-unkey-key.js'
import { revokeUnkeyKey } from './revoke-unkey-key.js'
import { rotateUnkeyKey } from './rotate-unkey-key.js'
import { UnkeyFailure } from './unkey-failure.js'
import { updateUnkeyKey } from './update-unkey-key.js'

/** Unkey answers a verification from a cache, which it lets live no longer than this. */
const revocationBoundMs = 60_000

/** No `usage` and `activity`, which Unkey keeps and does not tell by key; no `identify`, which would need the key itself. */
const operations = [
  'list',
  'create',
  'get',
  'update',
  'rotate',
  'revoke',
  'scopes',
  'capabilities',
] as const satisfies readonly OperationName[]

/** The contract's operations over Unkey's. None of them rejects: what Unkey or a bug breaks is an outcome, and reported. */
export function createUnkeyManagement(context: UnkeyContext): OfferedManagement {
  return {
    list: (caller, query) => settle('list', () => listKeys(context, caller, query)),
    create: (caller, input, options) =>
      settle('create', () => createUnkeyKey(context, caller, input, options)),
    get: (caller, id) =>
      settle('get', async () => {
        const reached = await reach(context, caller, id, 'get')
        return reached ? { ok: true, value: { key: reached.known.key } } : notFound
      }),
    update: (caller, id, input, version) =>
      settle('update', () => updateUnkeyKey(context, caller, { id, input, expectedVersion: version })),
    rotate: (caller, id, input, options) =>
      settle('rotate', () => rotateUnkeyKey(context, caller, { id, ...input, options })),
    revoke: (caller, id, input) => settle('revoke', () => revokeUnkeyKey(context, caller, { id, ...input })),
    scopes: (caller, consumerId) => settle('scopes', () => describeScopes(context, caller, consumerId)),
    capabilities: (caller, consumerId) =>
      settle('capabilities', () =>
        describeCapabilities(context, caller, consumerId, { operations, revocationBoundMs }),
      ),
  }

  async function settle<T>(name: OperationName, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await run()
    } catch (error) {
      context.report(error, { during: name })
      // A root key that may not do this will not be allowed to in a second either.
      const isTemporary =
        error instanceof UnkeyFailure ? error.isTemporary : error instanceof DependencyFailure
      if (!isTemporary) return { ok: false, code: 'internal_error' }
      const wait = error instanceof UnkeyFailure ? error.retryAfterSeconds : 1
      return { ok: false, code: 'store_unavailable', retryAfterSeconds: wait }
    }
  }
}
