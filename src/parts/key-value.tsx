import { type ComponentPropsWithoutRef, type ForwardedRef, forwardRef } from 'react'
import type { ApiKey } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { visuallyHidden } from './visually-hidden.js'

export interface KeyValueProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  value: Pick<ApiKey, 'prefix' | 'start' | 'end'>
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/**
 * A key as people recognise it: its beginning, dots, its last four characters where they may be shown. Always left to
 * right. The dots are drawn; a screen reader hears a word in their place.
 */
export const KeyValue = forwardRef<HTMLSpanElement, KeyValueProps>(keyValue)

/** The same for a row, which calls it: see `KeyRow`. */
export function keyValue(
  { value, strings, classNames, className, ...rest }: KeyValueProps,
  ref?: ForwardedRef<HTMLSpanElement>,
) {
  return (
    <span
      dir="ltr"
      translate="no"
      {...rest}
      ref={ref}
      className={slotClass('keyValue', classNames, className)}
    >
      <span className={slotClass('keyPrefix', classNames)}>{value.prefix}</span>
      <span className={slotClass('keyStart', classNames)}>{value.start}</span>
      <span {...visuallyHidden(classNames)}>{value.end && strings.key.ending}</span>
      <span className={slotClass('keyMask', classNames)} aria-hidden="true">
        {classNames?.unstyled && '…'}
      </span>
      <span className={slotClass('keyEnd', classNames)}>{value.end}</span>
    </span>
  )
}
