import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface FilteredEmptyProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What was looked for; empty: keys of a status, whatever their names. */
  search: string
  onClear(): void
  /** Of its heading. @default 3 */
  headingLevel?: 2 | 3 | 4 | 5 | undefined
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** There are keys, but none that was looked for. */
export const FilteredEmpty = forwardRef<HTMLDivElement, FilteredEmptyProps>(function FilteredEmpty(
  { search, onClear, headingLevel = 3, strings, classNames, className, ...rest },
  ref,
) {
  const words = search === '' ? strings.filteredEmpty.byStatus : strings.filteredEmpty
  const Heading = `h${headingLevel}` as const
  return (
    <div
      {...rest}
      ref={ref}
      className={slotClass('empty', classNames, ownClass('panel', classNames, className))}
    >
      <span className={slotClass('emptyIcon', classNames)}>
        <ListIcon name="search" />
      </span>
      <Heading className={ownClass('title', classNames)}>
        <Phrase text={words.title} values={{ search }} />
      </Heading>
      <p className={ownClass('description', classNames)}>{words.description}</p>
      <div className={ownClass('emptyAction', classNames)}>
        <Button onClick={onClear}>
          {search === '' ? strings.filteredEmpty.byStatus.clear : strings.search.clear}
        </Button>
      </div>
    </div>
  )
})
