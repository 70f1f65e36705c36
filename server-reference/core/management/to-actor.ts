import type { Actor } from '../../../src/contract/index.js'
import type { SessionUser } from '../session-provider.js'

/** What a key or an event remembers of a person. */
export function toActor({ id, name }: SessionUser): Actor {
  return name === undefined ? { id } : { id, name }
}
