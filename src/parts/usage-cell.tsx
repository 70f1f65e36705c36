import { memo, useContext } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'
import { sparkline } from './sparkline.js'
import { TableUsageContext, usageOf } from './usage-of.js'
import { visuallyHidden } from './visually-hidden.js'

export interface UsageCellProps {
  /** Of the key. */
  id: string
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** A key's sparkline, its place while that loads, or a dash with the reason. All are the same size. */
export const UsageCell = memo(function UsageCell({ id, strings, classNames }: UsageCellProps) {
  const usage = usageOf(useContext(TableUsageContext), id)
  if (usage === 'loading') return <span className={ownClass('skeleton', classNames)} data-width="usage" />
  if (usage === 'unavailable') {
    return (
      <span className={ownClass('usageGap', classNames)} data-tip="usage">
        <span aria-hidden="true">–</span>
        <span {...visuallyHidden(classNames)}>{strings.usage.unavailable}</span>
      </span>
    )
  }
  return sparkline({ days: usage, strings, classNames })
})
