import type { ApiKey } from '../../contract/index.js'
import { LatchkeyError } from '../latchkey-error.js'
import { fields, list, number } from '../reader.js'
import { askClerk } from './ask-clerk.js'
import type { ClerkWithApiKeys } from './clerk-api-keys.js'
import { clerkKey, fromClerkKey, type NameOf } from './clerk-key.js'

/** The most that Clerk gives at once. */
const pageSize = 100

const page = fields({ data: list(clerkKey), total_count: number })

/**
 * All keys of a subject, which Clerk gives page by page: the first says how many there are, and the others are asked for
 * together. More than `maxKeys` is refused, rather than sorted, searched and counted in a part of them.
 */
export async function listAllClerkKeys(
  clerk: ClerkWithApiKeys,
  { subject, maxKeys, nameOf }: { subject: string | undefined; maxKeys: number; nameOf: NameOf },
  signal: AbortSignal | undefined,
): Promise<ApiKey[]> {
  const ask = (initialPage: number) =>
    askClerk(
      clerk,
      (apiKeys) => apiKeys.getAll({ ...(subject !== undefined && { subject }), initialPage, pageSize }),
      page,
      signal,
    )
  const first = await ask(1)
  const total = first.total_count
  if (total > maxKeys) {
    throw new LatchkeyError(
      'payload_too_large',
      `Latchkey: there are more than ${maxKeys} keys. They would all be fetched for each list, because Clerk neither sorts nor counts them. Raise maxKeys, if that is what you want.`,
    )
  }
  const rest = await Promise.all(
    Array.from({ length: Math.ceil(total / pageSize) - 1 }, (_, index) => ask(index + 2)),
  )
  const keys = [first, ...rest].flatMap(({ data }) => data.map((key) => fromClerkKey(key, nameOf)))
  // A key that was made meanwhile moves the others on, so that one can be on two pages.
  return [...new Map(keys.map((key) => [key.id, key])).values()]
}
