import { forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { Notice, type NoticeProps } from './notice.js'
import { ownClass } from './own-class.js'
import { slotClass } from './slot-class.js'

export interface HygieneBannerProps extends Omit<NoticeProps, 'title' | 'children' | 'tone' | 'icon'> {
  /** How many keys nobody used. At none there is no banner. */
  count: number
  /** For how long, in days. */
  days: number
  onReview(): void
  onDismiss(): void
  strings: ListStrings
}

/** Keys that nobody uses are keys that nobody would miss, but a thief. */
export const HygieneBanner = forwardRef<HTMLDivElement, HygieneBannerProps>(function HygieneBanner(
  { count, days, onReview, onDismiss, strings, classNames, className, ...rest },
  ref,
) {
  if (count === 0) return null
  return (
    <Notice
      icon="info"
      {...rest}
      classNames={classNames}
      ref={ref}
      className={slotClass('hygiene', classNames, className)}
    >
      <span className={ownClass('noticeWords', classNames)}>{strings.hygiene.title(count, days)}</span>
      <span className={ownClass('noticeActions', classNames)}>
        <Button onClick={onReview}>{strings.hygiene.review}</Button>
        <Button variant="ghost" onClick={onDismiss}>
          {strings.hygiene.dismiss}
        </Button>
      </span>
    </Notice>
  )
})
