import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface EmptyStateProps extends ComponentPropsWithoutRef<'div'> {
  /** Whether this person may create a key. If not, they read whom to ask, and meet no dead button. */
  canCreate: boolean
  /** Of its heading. @default 3 */
  headingLevel?: 2 | 3 | 4 | 5 | undefined
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** No key yet. Its children are the way to the first one. */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { canCreate, headingLevel = 3, strings, classNames, className, children, ...rest },
  ref,
) {
  const Heading = `h${headingLevel}` as const
  return (
    <div
      {...rest}
      ref={ref}
      className={slotClass('empty', classNames, ownClass('panel', classNames, className))}
    >
      <span className={slotClass('emptyIcon', classNames)}>
        <ListIcon name="key" />
      </span>
      <Heading className={ownClass('title', classNames)}>{strings.empty.title}</Heading>
      <p className={ownClass('description', classNames)}>
        {canCreate ? strings.empty.description : strings.empty.notAllowed}
      </p>
      {canCreate && children ? (
        <div className={ownClass('emptyAction', classNames)} data-create="">
          {children}
        </div>
      ) : null}
    </div>
  )
})
