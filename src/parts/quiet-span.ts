import type { ApiKey } from '../contract/index.js'

/** An hour without requests: by then most programs would have asked again. */
const quietFromMs = 3_600_000

/**
 * For how long nobody has used an old key since its successor came, in milliseconds; null: not yet long enough to say
 * that it is safe to revoke.
 *
 * @param rotatedAt when the successor was made, RFC 3339: before that, silence says nothing about who moved
 */
export function quietSpan(
  { lastUsedAt }: Pick<ApiKey, 'lastUsedAt'>,
  rotatedAt: string,
  now: number,
): number | null {
  const since = Math.max(Date.parse(rotatedAt), lastUsedAt === null ? 0 : Date.parse(lastUsedAt))
  const quiet = now - since
  return quiet >= quietFromMs ? quiet : null
}
