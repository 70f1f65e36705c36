import { type FormEvent, forwardRef, useState } from 'react'
import { type Capabilities, endOf } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { ChoiceField } from './choice-field.js'
import { Dialog } from './dialog.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { extendChoices } from './extend-choice.js'
import { FormError } from './form-error.js'
import { KeyCard } from './key-card.js'
import type { KeyView, PartError } from './key-view.js'
import { Notice } from './notice.js'
import { usualOverlap } from './overlap-choice.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ExtendDialogProps {
  open: boolean
  /** The old key, in its overlap; null: not known any more. */
  view: KeyView | null
  /** Its successor, which says when the overlap began. */
  counterpart: KeyView | null
  onClose(): void
  /** @param endMs milliseconds since the epoch */
  onSubmit(endMs: number): void
  /** @default false */
  pending?: boolean | undefined
  /** What the server answered last. @default null */
  error?: PartError | null | undefined
  capabilities: Pick<Capabilities, 'rotation'> | null
  returnFocus?: (() => HTMLElement | null) | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Gives an old key more time, within what the server allows. */
export const ExtendDialog = forwardRef<HTMLDivElement, ExtendDialogProps>(function ExtendDialog(props, ref) {
  const { open, view, onClose, pending = false, returnFocus, strings, classNames } = props
  const leave = () => (pending ? undefined : onClose())
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={leave}
      kind="extend"
      title={strings.extend.title}
      description={strings.extend.description}
      closeLabel={strings.close}
      initialFocus={(dialog) => dialog.querySelector<HTMLElement>('input:checked')}
      returnFocus={returnFocus}
      classNames={classNames}
      aria-busy={pending || undefined}
    >
      {view ? <ExtendPane key={view.id} {...props} view={view} onCancel={leave} /> : null}
    </Dialog>
  )
})

function ExtendPane(props: ExtendDialogProps & { view: KeyView; onCancel(): void }) {
  const {
    view,
    counterpart,
    pending = false,
    error = null,
    capabilities,
    strings,
    format,
    classNames,
  } = props
  // The clock of the moment at which it opened: choices must not change under the pointer.
  const [now] = useState(props.now)
  const choices = extendChoices(view, {
    rotatedAt: counterpart?.createdAt ?? view.updatedAt,
    policy: capabilities?.rotation ?? usualOverlap,
    now,
  })
  const [value, setValue] = useState(choices[0]?.value)
  // The one that was chosen is there no more where it took effect, though its answer got lost.
  const chosen = choices.find((each) => each.value === value) ?? choices[0]
  const words = strings.extend
  // Nothing to try again: somebody else revoked it.
  const isOver = error?.code === 'key_revoked'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!pending && chosen) props.onSubmit(chosen.endMs)
  }
  return (
    <form className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        <FormError error={error} strings={strings} classNames={classNames} />
        <KeyCard view={view} strings={strings} format={format} classNames={classNames} />
        {chosen ? (
          <ChoiceField
            label={words.label}
            options={choices.map((each) => ({
              value: each.value,
              label:
                each.value === 'longest' ? words.longest : format.span(Number(each.value) * 1000, 'long'),
            }))}
            value={chosen.value}
            onValueChange={(next) => (pending ? undefined : setValue(next))}
            hint={strings.rotate.overlapUntil(format.dateTime(chosen.endMs))}
            classNames={classNames}
          />
        ) : (
          <Notice tone="warning" classNames={classNames}>
            {words.none} {words.current(format.dateTime(endOf(view) ?? now))}
          </Notice>
        )}
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <Button aria-disabled={pending} onClick={props.onCancel}>
          {chosen && !isOver ? strings.cancel : strings.close}
        </Button>
        {chosen && !isOver ? (
          <Button type="submit" variant="primary" loading={pending}>
            {pending ? words.submitting : words.submit}
          </Button>
        ) : null}
      </DialogFooter>
    </form>
  )
}
