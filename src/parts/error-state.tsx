import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { readErrorText } from './error-text.js'
import type { PartError } from './key-view.js'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ErrorStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  error: PartError
  /** Absent: trying again would change nothing, so no button offers it. */
  onRetry?: (() => void) | undefined
  /** A retry is under way. @default false */
  retrying?: boolean | undefined
  /** After too many requests: how many seconds to wait, counted down in the words; until then the button waits. @default 0 */
  waitSeconds?: number | undefined
  /** Of its heading. @default 3 */
  headingLevel?: 2 | 3 | 4 | 5 | undefined
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** Keys could not be loaded: what happened, what to do, and what to tell whoever runs the server. */
export const ErrorState = forwardRef<HTMLDivElement, ErrorStateProps>(function ErrorState(
  {
    error,
    onRetry,
    retrying = false,
    waitSeconds = 0,
    headingLevel = 3,
    strings,
    classNames,
    className,
    ...rest
  },
  ref,
) {
  const reasonId = useId()
  const waits = error.code === 'rate_limited' && waitSeconds > 0
  const Heading = `h${headingLevel}` as const
  const [before, after] = strings.error.requestId.split('{id}')
  return (
    <div
      {...rest}
      ref={ref}
      className={slotClass('error', classNames, ownClass('panel', classNames, className))}
    >
      <span className={slotClass('emptyIcon', classNames)}>
        <ListIcon name={error.code === 'offline' ? 'offline' : 'warning'} />
      </span>
      <Heading className={ownClass('title', classNames)}>{strings.error.title}</Heading>
      <p id={reasonId} className={ownClass('description', classNames)}>
        {readErrorText({ ...error, retryAfterSeconds: waits ? waitSeconds : undefined }, strings)}
      </p>
      {onRetry ? (
        <div className={ownClass('emptyAction', classNames)}>
          <Button
            loading={retrying}
            aria-disabled={waits || undefined}
            aria-describedby={reasonId}
            onClick={onRetry}
          >
            {strings.error.retry}
          </Button>
        </div>
      ) : null}
      {error.requestId === undefined ? null : (
        <p className={ownClass('requestId', classNames)}>
          {before}
          <code className={ownClass('code', classNames)}>{error.requestId}</code>
          {after}
        </p>
      )}
    </div>
  )
})
