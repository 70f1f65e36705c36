import { type ApiKey, toInstant } from '../../../src/contract/index.js'

/** What every key begins with, whoever keeps it. @param now milliseconds since the epoch */
export function newKeyState(now: number) {
  const createdAt = toInstant(now)
  return {
    createdAt,
    updatedAt: createdAt,
    lastUsedAt: null,
    disabledAt: null,
    revokedAt: null,
    revokedReason: null,
  } satisfies Partial<ApiKey>
}
