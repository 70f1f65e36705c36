import type { ApiKey, CreateInput } from '../contract/index.js'

/** Names are at most this many code points long. */
const nameMaxLength = 64

/**
 * What a form begins with for a key like one that no longer works: all that the form asks for but its end, which it
 * suggests. A rate limit is not asked for, so the new key has the server's own.
 * An expired key keeps its name for itself until it is revoked, so the new one is counted on: "local-dev 2".
 */
export function toReplacement(key: ApiKey): Partial<CreateInput> {
  const { name, description, environment, scopes, ipAllowlist, revokedAt } = key
  return { name: revokedAt === null ? countedOn(name) : name, description, environment, scopes, ipAllowlist }
}

function countedOn(name: string): string {
  const [, stem = name, count = '1'] = /^(.*?) (\d{1,4})$/.exec(name) ?? []
  const ending = ` ${Number(count) + 1}`
  return (
    Array.from(stem)
      .slice(0, nameMaxLength - ending.length)
      .join('') + ending
  )
}
