import { type FormEvent, type Ref, useEffect, useRef, useState } from 'react'
import type { BulkChoice } from '../locales/list-strings.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { focusFirstInvalid } from './focus-first-invalid.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { TextField } from './text-field.js'
import { toAsciiDigits } from './to-ascii-digits.js'

export interface BulkPaneProps {
  choice: BulkChoice
  keys: readonly { id: string; name: string }[]
  onSubmit(): void
  onCancel(): void
  cancelRef?: Ref<HTMLButtonElement> | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** How many names are written out. */
const shownNames = 5

/** Which keys it is about. What cannot be undone asks for their number. */
export function BulkPane({
  choice,
  keys,
  onSubmit,
  onCancel,
  cancelRef,
  strings,
  classNames,
}: BulkPaneProps) {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState('')
  const [attempts, setAttempts] = useState(0)
  const isConfirmed = choice !== 'revoke' || toAsciiDigits(typed.trim()) === `${keys.length}`
  const count = `${keys.length}`
  useEffect(() => {
    if (attempts > 0) focusFirstInvalid(form.current)
  }, [attempts])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isConfirmed) onSubmit()
    else setAttempts((before) => before + 1)
  }
  return (
    <form ref={form} noValidate className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        <ul className={slotClass('bulkNames', classNames)}>
          {keys.slice(0, shownNames).map(({ id, name }) => (
            <li key={id} className={ownClass('bulkItem', classNames)}>
              <bdi className={ownClass('bulkName', classNames)}>{name}</bdi>
            </li>
          ))}
          {keys.length > shownNames ? (
            <li className={ownClass('bulkItem', classNames, ownClass('meta', classNames))}>
              {strings.bulk.more(keys.length - shownNames)}
            </li>
          ) : null}
        </ul>
        {choice === 'revoke' ? (
          <TextField
            label={<Phrase text={strings.bulk.typeCount} values={{ count }} />}
            error={
              attempts > 0 && !isConfirmed ? (
                <Phrase text={strings.bulk.confirmCount} values={{ count }} />
              ) : undefined
            }
            inputMode="numeric"
            value={typed}
            onValueChange={setTyped}
            classNames={classNames}
          />
        ) : null}
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <Button ref={cancelRef} onClick={onCancel}>
          {strings.cancel}
        </Button>
        <Button type="submit" variant={choice === 'enable' ? 'primary' : 'danger'}>
          {strings.bulk.submit[choice](keys.length)}
        </Button>
      </DialogFooter>
    </form>
  )
}
