import type { OperationName } from '../../../src/contract/index.js'
import type { Caller } from '../../core/latchkey.js'
import type { ErrorListener } from '../../core/latchkey-options.js'
import type { SharedContext } from '../../core/management/management-context.js'
import { permit } from '../../core/management/permit.js'
import type { ApiMembers } from './api-members.js'
import type { Turns } from './create-turns.js'
import type { UnkeyApi } from './create-unkey-api.js'
import type { KnownKey } from './known-key.js'
import type { KeyReader } from './read-keys.js'
import { UnkeyFailure } from './unkey-failure.js'

/** What an operation works with, beside the rules that every server shares. */
export interface UnkeyContext extends SharedContext {
  api: UnkeyApi
  reader: KeyReader
  members: ApiMembers
  turns: Turns
  apiId: string
  /** null: keys begin with nothing in particular. */
  prefix: string | null
  report: ErrorListener
}

export const notFound = { ok: false, code: 'not_found' } as const

/** The key, if there is one and the caller may do this to it. null is one answer for both: nobody learns which. */
export async function reach(
  context: UnkeyContext,
  caller: Caller,
  id: string,
  action: OperationName,
): Promise<{ known: KnownKey; grantable: ReadonlySet<string> } | null> {
  const known = await context.reader.get(id).catch((error: unknown) => {
    // Of an API that the root key has no business with: nobody learns that there is such a key.
    if (!(error instanceof UnkeyFailure && error.kind === 'insufficient_permissions')) throw error
    context.report(error, { during: action, keyId: id })
    return null
  })
  if (known === null) return null
  const permission = await permit(context, caller, known.key.consumerId, action)
  return permission.granted ? { known, grantable: permission.scopes } : null
}
