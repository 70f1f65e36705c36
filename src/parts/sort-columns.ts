import type { SortColumn } from '../locales/list-strings.js'

/** By what keys are sorted, and which way. */
export interface KeySort {
  by: SortColumn
  dir: 'asc' | 'desc'
}

export const sortColumns = ['createdAt', 'name', 'lastUsedAt', 'expiresAt'] as const

export const directions = ['asc', 'desc'] as const

/** Which way people mean when they first sort by something: names from A, the latest use, the next to expire. */
export const firstDirection = {
  createdAt: 'desc',
  name: 'asc',
  lastUsedAt: 'desc',
  expiresAt: 'asc',
} as const satisfies Record<SortColumn, KeySort['dir']>
