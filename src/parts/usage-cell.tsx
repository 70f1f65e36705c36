import type { ListStrings } from '../locales/list-strings.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'
import { Sparkline } from './sparkline.js'
import type { UsageDay } from './sparkline-path.js'
import { visuallyHidden } from './visually-hidden.js'

/** What is known of a key's use. `unavailable`: it could not be loaded, which says nothing about the key. */
export type KeyUsage = 'loading' | 'unavailable' | readonly UsageDay[]

export interface UsageCellProps {
  usage: KeyUsage
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** A key's sparkline, its place while that loads, or a dash with the reason. All are the same size. */
export function UsageCell({ usage, strings, classNames }: UsageCellProps) {
  if (usage === 'loading') return <span className={ownClass('skeleton', classNames)} data-width="usage" />
  if (usage === 'unavailable') {
    return (
      <span className={ownClass('usageGap', classNames)} data-tip="usage">
        <span aria-hidden="true">–</span>
        <span {...visuallyHidden(classNames)}>{strings.usage.unavailable}</span>
      </span>
    )
  }
  return <Sparkline days={usage} strings={strings} classNames={classNames} data-tip="usage" />
}
