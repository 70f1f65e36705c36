import { type FormEvent, type Ref, useEffect, useRef, useState } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { focusFirstInvalid } from './focus-first-invalid.js'
import { FormError } from './form-error.js'
import { KeyCard } from './key-card.js'
import type { KeyView, PartError } from './key-view.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { needsTypedName, sameName } from './revoke-friction.js'
import { RotationRest } from './rotation-rest.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { TextField } from './text-field.js'

export interface RevokePaneProps {
  view: KeyView
  predecessor: KeyView | null
  successor: KeyView | null
  /** How long after a rotation the old key may work; undefined: not known. */
  longestOverlapSeconds?: number | undefined
  pending: boolean
  error: PartError | null
  onSubmit(): void
  onCancel(): void
  onDisable?: (() => void) | undefined
  cancelRef?: Ref<HTMLButtonElement> | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** What revoking means for this key, and the way out that can be undone. */
export function RevokePane(props: RevokePaneProps) {
  const { view, pending, error, onDisable, now, strings, format, classNames } = props
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState('')
  const [attempts, setAttempts] = useState(0)
  // Decided once: a dialog must not begin to ask for more while somebody answers it.
  const [asksForName] = useState(() => needsTypedName(view, now))
  const mismatch = asksForName && attempts > 0 && !sameName(typed, view.name)
  useEffect(() => {
    if (attempts > 0) focusFirstInvalid(form.current)
  }, [attempts])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    if (asksForName && !sameName(typed, view.name)) setAttempts((count) => count + 1)
    else props.onSubmit()
  }
  return (
    <form ref={form} noValidate className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        <FormError error={error} strings={strings} classNames={classNames} />
        <KeyCard view={view} strings={strings} format={format} classNames={classNames} />
        <RotationRest {...props} />
        {asksForName && view.lastUsedAt !== null ? (
          <>
            <Notice tone="warning" classNames={classNames} className={ownClass('recentUse', classNames)}>
              {strings.revoke.recentUse(format.ago(view.lastUsedAt, now))}
            </Notice>
            <TextField
              label={<Phrase text={strings.revoke.typeToConfirm} values={{ name: view.name }} />}
              error={
                mismatch ? (
                  <Phrase text={strings.validation.confirmName} values={{ name: view.name }} />
                ) : undefined
              }
              value={typed}
              readOnly={pending}
              onValueChange={setTyped}
              classNames={classNames}
            />
          </>
        ) : null}
      </DialogBody>
      <DialogFooter classNames={classNames}>
        {onDisable ? (
          <Button
            className={ownClass('dialogFooterStart', classNames)}
            aria-disabled={pending}
            onClick={onDisable}
          >
            {strings.revoke.disableInstead}
          </Button>
        ) : null}
        <Button ref={props.cancelRef} aria-disabled={pending} onClick={props.onCancel}>
          {strings.cancel}
        </Button>
        <Button type="submit" variant="danger" loading={pending}>
          {pending ? strings.pending.revoke : strings.revoke.submit}
        </Button>
      </DialogFooter>
    </form>
  )
}
