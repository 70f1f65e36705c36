import { forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { Notice, type NoticeProps } from './notice.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { slotClass } from './slot-class.js'

export interface IdentifiedKeyProps extends Omit<NoticeProps, 'title' | 'children' | 'tone' | 'icon'> {
  /** What became of the key that was pasted. */
  status: Exclude<keyof ListStrings['identify'], 'notSent'>
  /** Of the key that was found. */
  name?: string | undefined
  /** Absent: cannot be done with it. */
  onRotate?: (() => void) | undefined
  onRevoke?: (() => void) | undefined
  strings: ListStrings
}

/** Whose a pasted key is, that it stayed in the browser, and what to do if it leaked. Never knows the key itself. */
export const IdentifiedKey = forwardRef<HTMLDivElement, IdentifiedKeyProps>(function IdentifiedKey(
  { status, name, onRotate, onRevoke, strings, classNames, className, ...rest },
  ref,
) {
  const words = strings.identify
  return (
    <Notice
      icon="key"
      {...rest}
      classNames={classNames}
      ref={ref}
      className={slotClass('identified', classNames, className)}
    >
      <span className={ownClass('noticeWords', classNames)}>
        <Phrase text={words[status]} values={{ name }} />{' '}
        <span className={ownClass('meta', classNames)}>{`· ${words.notSent}`}</span>
      </span>
      {onRotate || onRevoke ? (
        <span className={ownClass('noticeActions', classNames)}>
          {onRotate ? <Button onClick={onRotate}>{strings.menu.rotate}</Button> : null}
          {onRevoke ? (
            <Button variant="danger" onClick={onRevoke}>
              {strings.menu.revoke}
            </Button>
          ) : null}
        </span>
      ) : null}
    </Notice>
  )
})
