import { parseJsonList } from './json-list.js'

const maxRemembered = 1_000
const maxRememberedLength = 512

/**
 * Makes the function that reads a JSON list, frozen, and gives the same one for the same text. Many keys hold one of
 * few lists, and reading one anew costs more than the row that it came in.
 */
export function createListReader(): (json: string) => readonly string[] {
  const remembered = new Map<string, readonly string[]>()

  return function readList(json) {
    const known = remembered.get(json)
    if (known) return known
    const list = Object.freeze(parseJsonList(json))
    // Forgetting all of them costs nothing lasting.
    if (remembered.size >= maxRemembered) remembered.clear()
    if (json.length <= maxRememberedLength) remembered.set(json, list)
    return list
  }
}
