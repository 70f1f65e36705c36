'use client'

import { Pager } from '../parts/pager.js'
import { connect } from './connect.js'

/** Back and forth between pages, and how long they are. Nothing where one page is enough. */
export const Pagination = connect('Pagination', Pager, ({ manager, look }) => {
  const { page, pageSize, total, hasPrevious, hasNext, previous, next, setPageSize } = manager.pagination
  const first = (page - 1) * pageSize + 1
  return {
    ...look,
    onPrevious: hasPrevious ? previous : undefined,
    onNext: hasNext ? next : undefined,
    range: total ? { first, last: Math.min(page * pageSize, total), total } : undefined,
    pageSize,
    onPageSize: setPageSize,
  }
})
