import { createContext } from 'react'
import type { UsageDay } from './sparkline-path.js'

/** The use of a page of keys: one answer for all of them. A query's result is one. */
export interface TableUsage {
  status: 'pending' | 'error' | 'success'
  /** Days by the key's id, the latest last. */
  data?: { series: Readonly<Record<string, readonly UsageDay[]>> } | undefined
}

/** What is known of a key's use. `unavailable`: it could not be loaded, which says nothing about the key. */
export type KeyUsage = 'loading' | 'unavailable' | readonly UsageDay[]

/** The table's, for its cells: it comes after the keys, and then nothing else in a row is drawn again. */
export const TableUsageContext = createContext<TableUsage | undefined>(undefined)

/** What is known of one key's use. What came before is shown until something newer comes. */
export function usageOf(usage: TableUsage | undefined, id: string): KeyUsage {
  const days = usage?.data?.series[id]
  if (days) return days
  return usage?.status === 'pending' ? 'loading' : 'unavailable'
}
