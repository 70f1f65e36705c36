import { useId, useRef } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { FieldError } from './field-error.js'
import { Icon } from './icon.js'
import { ownClass } from './own-class.js'
import { isEverywhere, type RangeDraft, rangeError, readRanges } from './read-ranges.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RangeFieldProps {
  value: RangeDraft
  /** `error` is null where everything that was entered is an address. */
  onValueChange(value: RangeDraft, error: string | null): void
  error: string | null
  readOnly?: boolean | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** From where a key may be used. Enter adds what was typed; a pasted list is taken apart; each entry can be removed. */
export function RangeField(props: RangeFieldProps) {
  const { value, onValueChange, error, readOnly = false, strings, classNames } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const words = strings.ranges
  const take = (text: string) => {
    const { draft, problem } = readRanges({ ...value, text })
    onValueChange(draft, rangeError(problem, strings))
  }
  const add = () => {
    if (!readOnly) take(value.text)
    input.current?.focus()
  }
  const remove = (range: string) => {
    if (readOnly) return
    onValueChange({ ...value, ranges: value.ranges.filter((each) => each !== range) }, error)
    // The button that had the focus goes with its entry.
    input.current?.focus()
  }
  return (
    <div className={slotClass('field', classNames)} data-invalid={error === null ? undefined : ''}>
      <label htmlFor={id} className={slotClass('label', classNames)}>
        {words.label}
      </label>
      <div className={ownClass('rangeEntry', classNames)}>
        <input
          ref={input}
          id={id}
          type="text"
          dir="ltr"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore=""
          data-lpignore="true"
          data-bwignore=""
          placeholder={words.placeholder}
          readOnly={readOnly}
          value={value.text}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={error === null ? `${id}-hint` : `${id}-error ${id}-hint`}
          onChange={(event) => onValueChange({ ...value, text: event.target.value }, null)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text')
            if (readOnly || value.text !== '' || !/[\s,;]/.test(text.trim())) return
            event.preventDefault()
            take(text)
          }}
          onKeyDown={(event) => {
            if ((event.key !== 'Enter' && event.key !== ',') || value.text.trim() === '') return
            event.preventDefault()
            add()
          }}
          className={slotClass('input', classNames)}
        />
        <Button aria-disabled={readOnly} onClick={add}>
          {words.add}
        </Button>
      </div>
      {error === null ? null : (
        <FieldError id={`${id}-error`} classNames={classNames}>
          {error}
        </FieldError>
      )}
      {value.ranges.length === 0 ? null : (
        <ul className={slotClass('ipList', classNames)} aria-label={words.list}>
          {value.ranges.map((range) => (
            <li key={range} className={slotClass('chip', classNames)}>
              <bdi dir="ltr">{range}</bdi>
              <Button
                variant="ghost"
                size="icon"
                aria-label={words.remove(range)}
                title={words.remove(range)}
                onClick={() => remove(range)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {value.ranges.some(isEverywhere) ? (
        <p className={slotClass('hint', classNames)} data-tone="warning">
          <Icon name="warning" />
          <span>{words.everywhere}</span>
        </p>
      ) : null}
      <p id={`${id}-hint`} className={slotClass('hint', classNames)}>
        {words.hint}
      </p>
    </div>
  )
}
