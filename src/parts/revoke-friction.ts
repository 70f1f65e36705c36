import type { ApiKey } from '../contract/index.js'

const dayMs = 86_400_000

/** A key that worked within the last day is in somebody's program: revoking it takes the typing of its name. */
export function needsTypedName(key: Pick<ApiKey, 'lastUsedAt'>, now: number): boolean {
  return key.lastUsedAt !== null && now - Date.parse(key.lastUsedAt) < dayMs
}

/** Whether a name was typed or pasted well enough: spaces around it and capitals do not matter. */
export function sameName(typed: string, name: string): boolean {
  return plain(typed) === plain(name)
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
