import * as v from 'valibot'
import type { UnkeyApi } from './create-unkey-api.js'
import { UnkeyFailure } from './unkey-failure.js'

/**
 * Which keys are of the API that is served here. Neither a verification nor a look at one key says so, and a root key may
 * be allowed to do both for every API of the workspace; the list alone is an API's.
 */
export interface ApiMembers {
  /** Rejects where Unkey does not answer. */
  has(keyId: string, consumerId: string): Promise<boolean>
  /** A key that was made here, or found in the list. */
  add(keyId: string): void
}

/** A key stays in its API, so that one is asked about once in a process; about 200 bytes each. */
const mostKeys = 10_000

export function createApiMembers(api: UnkeyApi, apiId: string): ApiMembers {
  const known = new Map<string, Promise<boolean>>()

  return {
    has(keyId, consumerId) {
      const before = known.get(keyId)
      if (before) return before
      const asked = ask(keyId, consumerId)
      remember(keyId, asked)
      const forget = () => known.delete(keyId)
      asked.then((isMember) => isMember || forget(), forget)
      return asked
    },
    add: (keyId) => remember(keyId, Promise.resolve(true)),
  }

  function remember(keyId: string, answer: Promise<boolean>): void {
    known.delete(keyId)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size >= mostKeys) known.delete(oldest)
    known.set(keyId, answer)
  }

  /** Unkey's cursor is the id that a page begins with. */
  async function ask(keyId: string, consumerId: string): Promise<boolean> {
    const body = { apiId, externalId: consumerId, limit: 1, cursor: keyId }
    const found = await api.call('apis.listKeys', body, v.array(v.object({ keyId: v.string() })))
    if (!found) throw new UnkeyFailure('apis.listKeys', { status: 404, kind: 'api_not_found' })
    return found.data[0]?.keyId === keyId
  }
}
