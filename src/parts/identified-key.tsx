import { forwardRef } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Notice, type NoticeProps } from './notice.js'
import { Phrase } from './phrase.js'
import { slotClass } from './slot-class.js'

export interface IdentifiedKeyProps extends Omit<NoticeProps, 'title' | 'children' | 'tone' | 'icon'> {
  /** The name of the key that was pasted; null: it is none of these. */
  name: string | null
  /** It is still being looked for. @default false */
  checking?: boolean | undefined
  /** Absent: cannot be done with it. */
  onRotate?: (() => void) | undefined
  onRevoke?: (() => void) | undefined
  strings: LatchkeyStrings
}

/** Whose a pasted key is, that it stayed in the browser, and what to do if it leaked. Never knows the key itself. */
export const IdentifiedKey = forwardRef<HTMLDivElement, IdentifiedKeyProps>(function IdentifiedKey(
  { name, checking = false, onRotate, onRevoke, strings, classNames, className, ...rest },
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
      <span className="lk-noticeWords">
        {checking ? (
          words.checking
        ) : name === null ? (
          words.notFound
        ) : (
          <Phrase text={words.found} values={{ name }} />
        )}{' '}
        <span className="lk-meta">{`· ${words.notSent}`}</span>
      </span>
      {name !== null && (onRotate || onRevoke) ? (
        <span className="lk-noticeActions">
          {onRotate ? <Button onClick={onRotate}>{words.rotate}</Button> : null}
          {onRevoke ? (
            <Button variant="danger" onClick={onRevoke}>
              {words.revoke}
            </Button>
          ) : null}
        </span>
      ) : null}
    </Notice>
  )
})
