import { forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Notice, type NoticeProps } from './notice.js'
import { slotClass } from './slot-class.js'

export interface OfflineBannerProps extends Omit<NoticeProps, 'title' | 'children' | 'tone' | 'icon'> {
  strings: ListStrings
}

/** Says that nothing can be changed now, and that what is shown may be old. */
export const OfflineBanner = forwardRef<HTMLDivElement, OfflineBannerProps>(function OfflineBanner(
  { strings, classNames, className, ...rest },
  ref,
) {
  return (
    <Notice
      tone="warning"
      icon="offline"
      title={strings.offline.title}
      {...rest}
      classNames={classNames}
      ref={ref}
      className={slotClass('banner', classNames, className)}
    >
      {strings.offline.description}
    </Notice>
  )
})
