import type { ReadOptions } from './key-candidate.js'

/** On what terms a key works where it is. */
export interface KeyTerms {
  /** undefined: there is something, and it is no instant. */
  expiresAt: string | null | undefined
  /** Where its end is read, for people. */
  expiryField: string
  isDeleted?: boolean | undefined
  /** How many requests it may still make in all. null: as many as it likes. undefined: it cannot be read. */
  remaining: number | null | undefined
  /** Whether `remaining` grows again. */
  isRefilled: boolean
}

/** Whether it still works there, and can be taken over as it is. */
export function judgeTerms(
  { expiresAt, expiryField, isDeleted = false, remaining, isRefilled }: KeyTerms,
  { now, dropQuotas }: ReadOptions,
):
  | { ok: true; expiresAt: string | null; hasQuota: boolean }
  | { ok: false; status: 'over' | 'leftOut'; why: string } {
  const over = (why: string) => ({ ok: false, status: 'over', why }) as const
  const leftOut = (why: string) => ({ ok: false, status: 'leftOut', why }) as const

  if (expiresAt === undefined) return leftOut(`its "${expiryField}" is no instant`)
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return over('expired')
  if (isDeleted) return over('deleted')
  if (remaining === undefined) return leftOut('its "remaining" is no number')
  if (remaining !== null && remaining <= 0 && !isRefilled) return over('used up')
  if (remaining !== null && !dropQuotas) return leftOut(isBounded)
  return { ok: true, expiresAt, hasQuota: remaining !== null }
}

const isBounded =
  'it may make so many requests in all, which is not counted here; --drop-quotas takes it over'
