import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent } from 'react'
import type { BulkChoice, ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface BulkBarProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** How many keys are selected. At none there is no bar. */
  count: number
  /** What can be done with all of them. */
  choices: readonly { choice: BulkChoice; reason?: string | undefined }[]
  onChoose(choice: BulkChoice): void
  onClear(): void
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** What can be done with the selected keys. It follows along at the lower edge, after the rows it is about. */
export const BulkBar = forwardRef<HTMLElement, BulkBarProps>(function BulkBar(
  { count, choices, onChoose, onClear, strings, classNames, className, onKeyDown, ...rest },
  ref,
) {
  if (count === 0) return null
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClear()
  }
  return (
    <section
      aria-label={strings.bulkBar.label}
      {...rest}
      ref={ref}
      onKeyDown={handleKeyDown}
      className={slotClass('bulkBar', classNames, className)}
    >
      <p className={slotClass('bulkCount', classNames)}>{strings.selection.count(count)}</p>
      <Button variant="ghost" className={ownClass('bulkClear', classNames)} onClick={onClear}>
        {strings.selection.clear}
      </Button>
      {choices.map(({ choice, reason }) => (
        <Button
          key={choice}
          variant={choice === 'revoke' ? 'danger' : 'outline'}
          aria-disabled={reason === undefined ? undefined : true}
          aria-description={reason}
          title={reason}
          onClick={() => onChoose(choice)}
        >
          {strings.bulkBar.action[choice]}
        </Button>
      ))}
    </section>
  )
})
