import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { ListIcon, type ListIconName } from './list-icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface NoticeProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** @default 'neutral' */
  tone?: 'neutral' | 'warning' | 'danger' | 'success' | undefined
  icon?: ListIconName | undefined
  title?: ReactNode | undefined
  classNames?: SlotClassNames | undefined
}

/** A remark that belongs to what stands around it: an icon, words, and a tint. */
export const Notice = forwardRef<HTMLDivElement, NoticeProps>(function Notice(
  { tone = 'neutral', icon = iconFor[tone], title, classNames, className, children, ...rest },
  ref,
) {
  return (
    <div data-tone={tone} {...rest} ref={ref} className={slotClass('notice', classNames, className)}>
      <ListIcon name={icon} />
      <div className={ownClass('noticeText', classNames)}>
        {title ? <span className={ownClass('noticeTitle', classNames)}>{title} </span> : null}
        {children}
      </div>
    </div>
  )
})

const iconFor = { neutral: 'info', warning: 'warning', danger: 'warning', success: 'check' } as const
