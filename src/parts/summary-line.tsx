import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { KeyCounts } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface SummaryLineProps extends Omit<ComponentPropsWithoutRef<'p'>, 'children'> {
  counts: Pick<KeyCounts, 'total' | 'expiring' | 'unused'>
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** "6 keys · 1 expires this week · 1 never used": what is worth knowing, and nothing where there is nothing. */
export const SummaryLine = forwardRef<HTMLParagraphElement, SummaryLineProps>(function SummaryLine(
  { counts, strings, classNames, className, ...rest },
  ref,
) {
  const parts = [
    strings.summary.keys(counts.total),
    counts.expiring > 0 ? strings.summary.expiringSoon(counts.expiring) : null,
    counts.unused > 0 ? strings.summary.unused(counts.unused) : null,
  ]
  return (
    <p {...rest} ref={ref} className={slotClass('summary', classNames, className)}>
      {parts.filter((part) => part !== null).join(' · ')}
    </p>
  )
})
