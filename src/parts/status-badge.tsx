import { type ComponentPropsWithoutRef, type ForwardedRef, forwardRef } from 'react'
import { endOf } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import type { KeyView } from './key-view.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface StatusBadgeProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  view: Pick<KeyView, 'status' | 'unused' | 'pending' | 'expiresAt' | 'rotation'>
  /** Milliseconds since the epoch. */
  now: number
  strings: ListStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Where a key stands: a word, a shape and a colour, so that none of them has to be enough alone. */
export const StatusBadge = forwardRef<HTMLSpanElement, StatusBadgeProps>(statusBadge)

/** The same for a row, which calls it: see `KeyRow`. */
export function statusBadge(
  { view, now, strings, format, classNames, className, ...rest }: StatusBadgeProps & { 'data-tip'?: string },
  ref?: ForwardedRef<HTMLSpanElement>,
) {
  const look = looks[appearanceOf(view)]
  return (
    <span
      data-tone={look.tone}
      data-shape={look.shape}
      {...rest}
      ref={ref}
      className={slotClass('badge', classNames, className)}
    >
      <span className={slotClass('badgeIcon', classNames)} aria-hidden="true" />
      {words(view, now, strings, format)}
    </span>
  )
}

/** Red is for what fails without anybody's decision. Revoked is grey: it is done, no alarm. */
const looks = {
  active: { tone: 'success', shape: 'dot' },
  unused: { tone: 'neutral', shape: 'ring' },
  expiring: { tone: 'warning', shape: 'half' },
  rotating: { tone: 'warning', shape: 'half' },
  disabled: { tone: 'neutral', shape: 'ring' },
  expired: { tone: 'danger', shape: 'ring' },
  revoked: { tone: 'neutral', shape: 'line' },
  pending: { tone: 'neutral', shape: 'half' },
} as const

type View = StatusBadgeProps['view']

function appearanceOf({ status, unused, pending }: View): keyof typeof looks {
  if (pending !== null) return 'pending'
  return status === 'active' && unused ? 'unused' : status
}

function words(view: View, now: number, { status, pending }: ListStrings, format: Formatters): string {
  const appearance = appearanceOf(view)
  if (view.pending !== null) return pending[view.pending]
  if (appearance === 'expiring') return status.expiring(format.ahead(endOf(view) ?? now, now))
  if (appearance === 'rotating') return status.rotating(format.span((endOf(view) ?? now) - now))
  return appearance === 'pending' ? '' : status[appearance]
}
