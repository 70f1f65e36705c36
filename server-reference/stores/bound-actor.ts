import type { Actor } from '../../src/contract/index.js'
import { clipText } from './clip-text.js'

const maxNameLength = 255

/** A sign-in may know a person by a name of any length; what is kept of it is bounded. */
export function boundActor(actor: Actor | null): Actor | null {
  if (actor?.name === undefined) return actor
  return { ...actor, name: clipText(actor.name, maxNameLength) }
}
