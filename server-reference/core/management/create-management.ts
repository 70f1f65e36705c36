import type { OperationName } from '../../../src/contract/index.js'
import type { KeyManagement, Outcome } from '../latchkey.js'
import type { Meter } from '../observe/create-meter.js'
import { inSpan, type Tracer } from '../observe/tracer.js'
import { DependencyFailure } from '../within-deadline.js'
import { bulkKeys } from './bulk-keys.js'
import { createKey } from './create-key.js'
import { describeCapabilities } from './describe-capabilities.js'
import { describeScopes } from './describe-scopes.js'
import { getKey } from './get-key.js'
import { identifyKey } from './identify-key.js'
import { listKeys } from './list-keys.js'
import type { ManagementContext } from './management-context.js'
import { readActivity } from './read-activity.js'
import { readUsage } from './read-usage.js'
import { revokeKey } from './revoke-key.js'
import { rotateKey } from './rotate-key.js'
import { updateKey } from './update-key.js'

/** The contract's operations. None of them rejects: what a dependency or a bug breaks is an outcome, and reported. */
export function createManagement(
  context: ManagementContext,
  { meter, tracer }: { meter: Meter | null; tracer: Tracer | undefined },
): KeyManagement {
  const { report } = context.settings

  return {
    list: (caller, query) => settle('list', () => listKeys(context, caller, query)),
    create: (caller, input, options) => settle('create', () => createKey(context, caller, input, options)),
    get: (caller, id) => settle('get', () => getKey(context, caller, id)),
    update: (caller, id, input, version) =>
      settle('update', () => updateKey(context, caller, id, input, version)),
    rotate: (caller, id, input, options) =>
      settle('rotate', () => rotateKey(context, caller, id, input, options)),
    revoke: (caller, id, input) => settle('revoke', () => revokeKey(context, caller, id, input)),
    bulk: (caller, input) => settle('bulk', () => bulkKeys(context, caller, input)),
    usage: (caller, query) => settle('usage', () => readUsage(context, caller, query)),
    activity: (caller, id, query) => settle('activity', () => readActivity(context, caller, id, query)),
    identify: (caller, sha256) => settle('identify', () => identifyKey(context, caller, sha256)),
    scopes: (caller, consumerId) => settle('scopes', () => describeScopes(context, caller, consumerId)),
    capabilities: (caller, consumerId) =>
      settle('capabilities', () => describeCapabilities(context, caller, consumerId)),
  }

  async function settle<T>(name: OperationName, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      const outcome = await inSpan({ tracer, report }, `latchkey.${name}`, run, (found) => ({
        'latchkey.outcome': found.ok ? 'ok' : found.code,
      }))
      meter?.managed(name, outcome.ok ? 'ok' : outcome.code)
      return outcome
    } catch (error) {
      report(error, { during: name })
      const code = error instanceof DependencyFailure ? 'store_unavailable' : 'internal_error'
      meter?.managed(name, code)
      return code === 'internal_error' ? { ok: false, code } : { ok: false, code, retryAfterSeconds: 1 }
    }
  }
}
