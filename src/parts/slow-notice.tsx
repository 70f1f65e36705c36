import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface SlowNoticeProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Gives up on the answer that does not come, and asks again. */
  onRetry(): void
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** That nothing came yet, and a way to ask again. Lies over the end of the skeleton, so that nothing moves for it. */
export const SlowNotice = forwardRef<HTMLDivElement, SlowNoticeProps>(function SlowNotice(
  { onRetry, strings, classNames, className, ...rest },
  ref,
) {
  return (
    <div {...rest} ref={ref} className={slotClass('slow', classNames, className)}>
      <div>
        {strings.loading.slow}
        <Button onClick={onRetry}>{strings.error.retry}</Button>
      </div>
    </div>
  )
})
