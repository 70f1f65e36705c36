import type { BulkInput, CreateInput, RevokeInput, RotateInput, UpdateInput } from '../contract/index.js'
import type { ApiKeyClient } from './api-key-client.js'
import { LatchkeyError } from './latchkey-error.js'

/** Something that a person is about to do. */
export type Act =
  | { action: 'create'; input: CreateInput }
  | { action: 'update'; id: string; input: UpdateInput }
  | { action: 'rotate'; id: string; input: RotateInput }
  | { action: 'revoke'; id: string; input: RevokeInput }
  | { action: 'bulk'; input: BulkInput }

/**
 * A client that asks the host before it writes anything, e.g. for the person's password once more. Where the host says
 * no, or fails, nothing is sent: the act ends as `declined`, which the component takes for "not yet" and no error.
 */
export function askFirst(
  client: ApiKeyClient,
  approve: (act: Act) => boolean | Promise<boolean>,
): ApiKeyClient {
  const { update, rotate, revoke, bulk } = client
  async function agreeOn(act: Act): Promise<void> {
    try {
      if (await approve(act)) return
    } catch (cause) {
      throw declined({ cause })
    }
    throw declined()
  }
  return {
    ...client,
    async create(input, at) {
      await agreeOn({ action: 'create', input })
      return client.create(input, at)
    },
    ...(update && {
      async update(id, input, version, at) {
        await agreeOn({ action: 'update', id, input })
        return update(id, input, version, at)
      },
    }),
    ...(rotate && {
      async rotate(id, input, at) {
        await agreeOn({ action: 'rotate', id, input })
        return rotate(id, input, at)
      },
    }),
    ...(revoke && {
      async revoke(id, input, at) {
        await agreeOn({ action: 'revoke', id, input })
        return revoke(id, input, at)
      },
    }),
    ...(bulk && {
      async bulk(input, at) {
        await agreeOn({ action: 'bulk', input })
        return bulk(input, at)
      },
    }),
  }
}

function declined(details?: { cause: unknown }): LatchkeyError {
  return new LatchkeyError('declined', 'Latchkey: the host called this off, so nothing was sent.', details)
}
