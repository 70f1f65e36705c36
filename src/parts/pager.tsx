import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { ownClass } from './own-class.js'
import { PageSize } from './page-size.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface PagerProps extends Omit<ComponentPropsWithoutRef<'nav'>, 'children'> {
  /** Absent: this is the first page. */
  onPrevious?: (() => void) | undefined
  /** Absent: this is the last page. */
  onNext?: (() => void) | undefined
  /** Which keys this page shows, counted from 1. Absent: not said. */
  range?: { first: number; last: number; total: number } | undefined
  /** Keys on one page. Absent, or without `onPageSize`: cannot be chosen. */
  pageSize?: number | undefined
  onPageSize?: ((pageSize: number) => void) | undefined
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** Back and forth between pages, and how long they are. Nothing at all where there is only one, and always will be. */
export const Pager = forwardRef<HTMLElement, PagerProps>(function Pager(props, ref) {
  const { onPrevious, onNext, range, pageSize, onPageSize, strings, classNames, className, ...rest } = props
  // On its way to another page a list knows no neighbours for a moment: the buttons, one of which has the focus, stay.
  const isWhole = range === undefined || range.last - range.first + 1 >= range.total
  const isOnly = !onPrevious && !onNext && isWhole
  if (isOnly && (range?.total ?? 0) <= smallestPage) return null
  return (
    <nav
      aria-label={strings.pager.label}
      {...rest}
      ref={ref}
      className={slotClass('pager', classNames, className)}
    >
      {pageSize !== undefined && onPageSize ? (
        <PageSize
          value={pageSize}
          options={pageSizes}
          onValueChange={onPageSize}
          label={strings.pager.pageSize}
          classNames={classNames}
        />
      ) : null}
      {range ? (
        <span className={ownClass('pagerRange', classNames)}>
          {strings.pager.range(range.first, range.last, range.total)}
        </span>
      ) : null}
      {isOnly ? null : (
        <>
          <Button aria-disabled={!onPrevious} onClick={onPrevious}>
            {strings.pager.previous}
          </Button>
          <Button aria-disabled={!onNext} onClick={onNext}>
            {strings.pager.next}
          </Button>
        </>
      )}
    </nav>
  )
})

const pageSizes = [25, 50, 100] as const
const smallestPage = pageSizes[0]
