import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useMemo, useRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { ListIcon } from './list-icon.js'
import { mergeRefs } from './merge-refs.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface SearchFieldProps
  extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'defaultValue' | 'onChange' | 'type'> {
  value: string
  onValueChange(value: string): void
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** Looks for keys by name. Esc or the cross clears it. The ref is the input's. */
export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { value, onValueChange, strings, classNames, className, onKeyDown, ...rest },
  forwardedRef,
) {
  const input = useRef<HTMLInputElement>(null)
  const ref = useMemo(() => mergeRefs(input, forwardedRef), [forwardedRef])
  const clear = () => {
    onValueChange('')
    input.current?.focus()
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.key !== 'Escape' || value === '') return
    // The host's dialog, if there is one, is not what Esc was meant for.
    event.stopPropagation()
    event.preventDefault()
    clear()
  }
  return (
    <div className={slotClass('search', classNames, className)}>
      <ListIcon name="search" className={slotClass('searchIcon', classNames)} />
      <input
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-1p-ignore=""
        data-lpignore="true"
        data-bwignore=""
        aria-label={strings.search.label}
        placeholder={strings.search.placeholder}
        {...rest}
        type="search"
        enterKeyHint="search"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={handleKeyDown}
        ref={ref}
        className={slotClass('input', classNames)}
      />
      {value === '' ? null : (
        <Button
          variant="ghost"
          size="icon"
          aria-label={strings.search.clear}
          title={strings.search.clear}
          onClick={clear}
          className={slotClass('searchClear', classNames)}
        >
          <ListIcon name="close" />
        </Button>
      )}
    </div>
  )
})
