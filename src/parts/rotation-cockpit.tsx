import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react'
import { endOf } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Icon } from './icon.js'
import type { KeyView } from './key-view.js'
import { ownClass } from './own-class.js'
import { quietSpan } from './quiet-span.js'
import { RotationProgress } from './rotation-progress.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RotationCockpitProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /** A key that was replaced and still works; anything else shows nothing. */
  view: KeyView
  /** The new key; null: not known here. */
  counterpart: KeyView | null
  /** Absent where the server cannot, or this person may not. */
  onExtend?: (() => void) | undefined
  onRevoke?: (() => void) | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Everything that somebody needs to end a rotation well: how long is left, who still uses the old key, and what to do. */
export const RotationCockpit = forwardRef<HTMLElement, RotationCockpitProps>(function RotationCockpit(
  { view, counterpart, onExtend, onRevoke, now, strings, format, classNames, className, ...rest },
  ref,
) {
  const id = useId()
  const end = endOf(view)
  if (view.status !== 'rotating' || end === null) return null
  const words = strings.cockpit
  const quiet = quietSpan(view, counterpart?.createdAt ?? view.updatedAt, now)
  return (
    <section
      aria-labelledby={id}
      data-quiet={quiet === null ? undefined : ''}
      {...rest}
      ref={ref}
      className={slotClass('cockpit', classNames, className)}
    >
      <div className={ownClass('cockpitHead', classNames)}>
        <h3 id={id} className={ownClass('sectionTitle', classNames)}>
          {words.title}
        </h3>
        <span
          role="timer"
          aria-live="off"
          aria-label={strings.secretTime.left(format.span(end - now, 'long'))}
          className={slotClass('countdown', classNames)}
        >
          {strings.secretTime.left(format.span(end - now))}
        </span>
      </div>
      <RotationProgress view={view} counterpart={counterpart} now={now} classNames={classNames} />
      <p className={ownClass('cockpitText', classNames)}>
        {strings.rotate.overlapUntil(format.dateTime(end))}
      </p>
      <p className={ownClass('cockpitText', classNames, ownClass('cockpitUse', classNames))}>
        {view.lastUsedAt === null ? (
          words.neverUsed
        ) : (
          <time dateTime={view.lastUsedAt} title={format.exact(view.lastUsedAt)}>
            {words.lastUsed(format.ago(view.lastUsedAt, now))}
          </time>
        )}
      </p>
      {quiet === null && view.lastUsedAt === null ? null : (
        <p className={ownClass('cockpitHint', classNames)} data-tone={quiet === null ? 'warning' : 'success'}>
          <Icon name={quiet === null ? 'info' : 'check'} />
          <span>{quiet === null ? words.stillUsed : words.quiet(format.span(quiet))}</span>
        </p>
      )}
      <div className={ownClass('cockpitActions', classNames)}>
        {onExtend ? <Button onClick={onExtend}>{strings.menu.extend}</Button> : null}
        {onRevoke ? (
          <Button variant={quiet === null ? 'outline' : 'primary'} onClick={onRevoke}>
            {words.revoke}
          </Button>
        ) : null}
      </div>
    </section>
  )
})
