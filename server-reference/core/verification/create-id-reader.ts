import { checksumLength, idLength, secretPartLength, toPrefix } from '../../../src/contract/index.js'
import type { Settings } from '../resolve-options.js'

const restLength = idLength + 1 + secretPartLength + checksumLength

/**
 * Makes the function that reads the id out of what may be a key of this server, by its beginning and its length alone:
 * `parseKey`, which tells whether it is one, takes as long as all the rest of a verification. null: it is none.
 */
export function createIdReader({
  brand,
  environments,
}: Pick<Settings, 'brand' | 'environments'>): (secret: string) => string | null {
  const prefixes = environments.map((environment) => toPrefix(brand, environment))

  return function idOf(secret) {
    for (const prefix of prefixes) {
      const isLike = secret.length === prefix.length + restLength && secret.startsWith(prefix)
      if (isLike) return secret.slice(prefix.length, prefix.length + idLength)
    }
    return null
  }
}
