import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { KeyCounts } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface SummaryLineProps extends Omit<ComponentPropsWithoutRef<'p'>, 'children'> {
  counts: Pick<KeyCounts, 'total' | 'expiring' | 'unused'>
  /** How many keys the list leaves out, because they were revoked long ago. @default 0 */
  hiddenCount?: number | undefined
  onShowHidden?: (() => void) | undefined
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** "6 keys · 1 expires this week · 1 never used": what is worth knowing, and nothing where there is nothing. */
export const SummaryLine = forwardRef<HTMLParagraphElement, SummaryLineProps>(function SummaryLine(
  { counts, hiddenCount = 0, onShowHidden, strings, classNames, className, ...rest },
  ref,
) {
  const parts = [
    strings.summary.keys(counts.total),
    counts.expiring > 0 ? strings.summary.expiringSoon(counts.expiring) : null,
    counts.unused > 0 ? strings.summary.unused(counts.unused) : null,
    hiddenCount > 0 ? strings.summary.hidden(hiddenCount) : null,
  ]
  return (
    <p {...rest} ref={ref} className={slotClass('summary', classNames, className)}>
      {parts.filter((part) => part !== null).join(' · ')}
      {hiddenCount > 0 && onShowHidden ? (
        <>
          {' '}
          <Button variant="ghost" onClick={onShowHidden}>
            {strings.summary.showHidden}
          </Button>
        </>
      ) : null}
    </p>
  )
})
