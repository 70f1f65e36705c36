import { type FormEvent, useEffect, useRef } from 'react'
import type { UpdateInput } from '../contract/index.js'
import { Button } from './button.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { EditConflict } from './edit-conflict.js'
import { ExpiryField } from './expiry-field.js'
import { focusFirstInvalid } from './focus-first-invalid.js'
import { FormError } from './form-error.js'
import { KeyCard } from './key-card.js'
import { PermissionField } from './permission-field.js'
import { RangeField } from './range-field.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { TextField } from './text-field.js'
import { type EditFormRules, useEditForm } from './use-edit-form.js'
import { useFilledIn } from './use-filled-in.js'
import { usePick } from './use-pick.js'

export interface EditPaneProps extends EditFormRules {
  /** Fields that the backend's keys do not have, and that are not asked for. @default none */
  lacks?: readonly string[] | undefined
  pending: boolean
  onSubmit(patch: UpdateInput, version: number): void
  /** Leaves the key as it is. */
  onCancel(): void
  /** Told whether something was changed, and that nothing is when the form goes. */
  onFilledIn?: ((is: boolean) => void) | undefined
  classNames?: SlotClassNames | undefined
}

/** A key's own fields, each as it is now. Saving nothing closes it; a conflict keeps what was entered. */
export function EditPane(props: EditPaneProps) {
  const { view, catalogue, policy, lacks, now, strings, format, classNames, pending } = props
  const form = useRef<HTMLFormElement>(null)
  const { base, draft, wrong, attempt, error, isFilledIn, change, check, reload } = useEditForm(props)
  useFilledIn(isFilledIn, props.onFilledIn)
  useEffect(() => {
    if (attempt > 0) focusFirstInvalid(form.current)
  }, [attempt])
  const edit: typeof change = (...given) => (pending ? undefined : change(...given))
  const pick = usePick(draft.picked, (picked) => edit('scopes', { picked }))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const patch = pending ? null : check()
    if (patch === null) return
    if (Object.keys(patch).length === 0) props.onCancel()
    else props.onSubmit(patch, base.version)
  }
  const isConflict = error?.code === 'version_conflict'
  // Nothing to try again: somebody else revoked it.
  const isOver = error?.code === 'key_revoked'
  const look = { strings, classNames }
  return (
    <form ref={form} noValidate className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        {isConflict ? (
          <EditConflict before={base} after={view} onReload={reload} format={format} {...look} />
        ) : (
          <FormError error={Object.values(wrong).every((each) => each === null) ? error : null} {...look} />
        )}
        <KeyCard view={{ ...base, lastUsedAt: view.lastUsedAt }} format={format} {...look} />
        {catalogue === null ? null : (
          <PermissionField
            catalogue={catalogue}
            mode={draft.mode}
            picked={draft.picked}
            onMode={(mode) => edit('scopes', { mode })}
            onPick={pick}
            error={wrong.scopes}
            {...look}
          />
        )}
        <ExpiryField
          choice={draft.expiry}
          day={draft.day}
          kept={strings.edit.keep(
            base.expiresAt === null ? strings.expires.never : format.date(base.expiresAt),
          )}
          onChoice={(expiry) => edit('expiry', { expiry })}
          onDay={(day) => edit('expiry', { day })}
          policy={policy}
          error={wrong.expiry}
          now={now}
          format={format}
          {...look}
        />
        {lacks?.includes('ipAllowlist') ? null : (
          <RangeField
            value={draft.addresses}
            onValueChange={(addresses, problem) => edit('addresses', { addresses }, problem)}
            error={wrong.addresses}
            readOnly={pending}
            {...look}
          />
        )}
        {lacks?.includes('description') ? null : (
          <TextField
            label={strings.note.label}
            hint={strings.note.hint}
            error={wrong.note ?? undefined}
            value={draft.note}
            readOnly={pending}
            onValueChange={(note) => edit('note', { note })}
            classNames={classNames}
          />
        )}
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <Button aria-disabled={pending} onClick={props.onCancel}>
          {isOver ? strings.close : strings.cancel}
        </Button>
        {isOver ? null : (
          <Button type="submit" variant="primary" loading={pending} aria-disabled={isConflict}>
            {pending ? strings.pending.update : strings.edit.submit}
          </Button>
        )}
      </DialogFooter>
    </form>
  )
}
