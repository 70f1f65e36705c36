import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { createdLine } from './created-line.js'
import { KeyValue } from './key-value.js'
import type { KeyView } from './key-view.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface KeyCardProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  view: KeyView
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Which key a dialog is about, with its dates in full: nobody should act on the wrong one. */
export const KeyCard = forwardRef<HTMLDivElement, KeyCardProps>(function KeyCard(
  { view, strings, format, classNames, className, ...rest },
  ref,
) {
  return (
    <div {...rest} ref={ref} className={slotClass('keyCard', classNames, className)}>
      <div className={ownClass('keyCardText', classNames)}>
        <bdi className={ownClass('keyCardName', classNames)}>{view.name}</bdi>
        <span className={ownClass('meta', classNames)}>{createdLine(view, strings, format)}</span>
      </div>
      <div className={ownClass('keyCardText', classNames)}>
        {view.start || view.end ? <KeyValue value={view} strings={strings} classNames={classNames} /> : null}
        <span className={ownClass('keyCardLine', classNames, ownClass('meta', classNames))}>
          {`${strings.columns.lastUsed}: `}
          {view.lastUsedAt === null ? strings.lastUsed.never : format.dateTime(view.lastUsedAt)}
        </span>
      </div>
    </div>
  )
})
