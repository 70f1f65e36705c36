import { type FormEvent, useState } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { ChoiceField } from './choice-field.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { FormError } from './form-error.js'
import { Icon } from './icon.js'
import { KeyCard } from './key-card.js'
import type { KeyView, PartError } from './key-view.js'
import { defaultOverlap, type OverlapPolicy, overlapChoices, overlapEnd } from './overlap-choice.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RotatePaneProps {
  view: KeyView
  policy: OverlapPolicy
  pending: boolean
  error: PartError | null
  onSubmit(overlapSeconds: number): void
  onCancel(): void
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** The first step of rotating: how long the old key keeps working, said in a date. */
export function RotatePane(props: RotatePaneProps) {
  const { view, policy, pending, error, now, strings, format, classNames } = props
  const [overlap, setOverlap] = useState(() => defaultOverlap(policy))
  // Nothing to try again: somebody else revoked it.
  const isOver = error?.code === 'key_revoked'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!pending && !isOver) props.onSubmit(overlap)
  }
  return (
    <form className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        <FormError error={error} strings={strings} classNames={classNames} />
        <KeyCard view={view} strings={strings} format={format} classNames={classNames} />
        <ChoiceField
          label={strings.rotate.overlapLabel}
          options={overlapChoices(policy).map((seconds) => ({
            value: `${seconds}`,
            label: seconds === 0 ? strings.rotate.overlapNow : format.span(seconds * 1000, 'long'),
          }))}
          value={`${overlap}`}
          onValueChange={(value) => (pending ? undefined : setOverlap(Number(value)))}
          hint={
            overlap === 0
              ? strings.rotate.overlapNowEcho
              : strings.rotate.overlapUntil(format.dateTime(overlapEnd(view, overlap, now)))
          }
          classNames={classNames}
        />
        <p className={slotClass('hint', classNames)}>
          <Icon name="info" />
          <span>{strings.rotate.keeps}</span>
        </p>
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <Button aria-disabled={pending} onClick={props.onCancel}>
          {isOver ? strings.close : strings.cancel}
        </Button>
        {isOver ? null : (
          <Button type="submit" variant="primary" loading={pending}>
            {pending ? strings.pending.rotate : strings.rotate.submit}
          </Button>
        )}
      </DialogFooter>
    </form>
  )
}
