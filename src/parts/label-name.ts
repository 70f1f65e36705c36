import type { ApiKey } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import { isolate } from './isolate.js'

/**
 * A key's name where nothing else stands beside it, such as on a button. Keys of a rotation share their name, so an old
 * one adds that it is old and the characters by which people know it.
 */
export function labelName(
  { name, end, rotation }: Pick<ApiKey, 'name' | 'end' | 'rotation'>,
  { key }: ListStrings,
): string {
  return rotation?.replacedById === undefined ? name : `${name} ${key.old} ${isolate(`…${end}`)}`
}
