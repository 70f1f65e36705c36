import type { UsageDay } from './sparkline-path.js'
import type { KeyUsage } from './usage-cell.js'

/** The use of a page of keys: one answer for all of them. A query's result is one. */
export interface TableUsage {
  status: 'pending' | 'error' | 'success'
  /** Days by the key's id, the latest last. */
  data?: { series: Readonly<Record<string, readonly UsageDay[]>> } | undefined
}

/** What is known of one key's use. What came before is shown until something newer comes. */
export function usageOf(usage: TableUsage | undefined, id: string): KeyUsage {
  const days = usage?.data?.series[id]
  if (days) return days
  return usage?.status === 'pending' ? 'loading' : 'unavailable'
}
