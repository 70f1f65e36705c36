import { findKnownKey } from './find-known-key.js'
import type { UpdateVariables } from './update-key.js'
import type { ApiKeySource } from './use-api-key-source.js'

/** A change with the version that the person saw: by the time it is sent, more may have been learned. */
export function asSeen(source: ApiKeySource): (input: UpdateVariables) => UpdateVariables {
  return (input) => ({ ...input, version: input.version ?? findKnownKey(source, input.id)?.version })
}
