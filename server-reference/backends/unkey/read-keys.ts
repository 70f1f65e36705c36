import * as v from 'valibot'
import type { ApiMembers } from './api-members.js'
import type { UnkeyApi } from './create-unkey-api.js'
import { type KnownKey, toKnownKey } from './known-key.js'
import { UnkeyFailure } from './unkey-failure.js'
import { unkeyKeySchema } from './unkey-key.js'

export interface KeyReader {
  /** null: unknown, deleted, without an identity, or of another API. */
  get(id: string): Promise<KnownKey | null>
  /** All of a consumer's, in no order. */
  listOf(consumerId: string): Promise<KnownKey[]>
}

const atOnce = 100
/** Each page is a request, one after the other. */
const maxPages = 20

interface Sources {
  api: UnkeyApi
  apiId: string
  members: ApiMembers
}

export function createKeyReader({ api, apiId, members }: Sources): KeyReader {
  return {
    async get(id) {
      const found = await api.call('keys.getKey', { keyId: id }, unkeyKeySchema)
      const known = found && toKnownKey(found.data)
      return known && (await members.has(id, known.key.consumerId)) ? known : null
    },

    async listOf(consumerId) {
      const known = new Map<string, KnownKey>()
      let cursor: string | null = null
      for (let page = 0; page < maxPages; page += 1) {
        const body = { apiId, externalId: consumerId, limit: atOnce, ...(cursor !== null && { cursor }) }
        const found: Awaited<ReturnType<typeof listPage>> = await listPage(body)
        for (const record of found.data) {
          members.add(record.keyId)
          const key = toKnownKey(record)
          if (key?.key.consumerId === consumerId) known.set(record.keyId, key)
        }
        cursor = found.cursor
        if (cursor === null) return [...known.values()]
      }
      throw new Error(
        `Latchkey: a consumer has more than ${maxPages * atOnce} keys at Unkey. They are searched and sorted here, so all would have to be fetched for each page. Delete keys that were revoked long ago.`,
      )
    },
  }

  async function listPage(body: object) {
    const found = await api.call('apis.listKeys', body, v.array(unkeyKeySchema))
    if (found) return found
    throw new UnkeyFailure('apis.listKeys', { status: 404, kind: 'api_not_found' })
  }
}
