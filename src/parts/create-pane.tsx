import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { CreateInput } from '../contract/index.js'
import { AdvancedFields } from './advanced-fields.js'
import { Button } from './button.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { ExpiryField } from './expiry-field.js'
import { focusFirstInvalid } from './focus-first-invalid.js'
import { FormError } from './form-error.js'
import { Icon } from './icon.js'
import type { PartError } from './key-view.js'
import { LinkNotice } from './link-notice.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import { PermissionField } from './permission-field.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { TextField } from './text-field.js'
import { type CreateRules, useCreateForm } from './use-create-form.js'
import { useFilledIn } from './use-filled-in.js'
import { usePick } from './use-pick.js'

export interface CreatePaneProps extends CreateRules {
  /** Fields that the backend's keys do not have, and that are not asked for. @default none */
  lacks?: readonly string[] | undefined
  /** Whether the catalogue is on its way: a key that was made before it came could do nothing. @default false */
  cataloguePending?: boolean | undefined
  pending: boolean
  /** What the server answered last; the form stays as it was. */
  error: PartError | null
  /** Why nobody can leave while it is pending, or what it means to; null: nobody asked. */
  wait: string | null
  /** Gives up waiting; absent: it is too early for that. */
  onCallOff?: (() => void) | undefined
  onSubmit(input: CreateInput): void
  onCancel(): void
  /** Told whether something was entered, and that nothing is when the form goes. */
  onFilledIn?: ((is: boolean) => void) | undefined
  onRetryCatalogue?: (() => void) | undefined
  classNames?: SlotClassNames | undefined
}

/** The first step of creating. Its button can always be pressed: what is missing is said then, and not before. */
export function CreatePane(props: CreatePaneProps) {
  const { policy, catalogue, environments, now, strings, format, classNames, pending, error } = props
  const { cataloguePending = false } = props
  const form = useRef<HTMLFormElement>(null)
  const waitId = useId()
  const { draft, mode, wrong, attempt, isFilledIn, change, check } = useCreateForm(props, error)
  useFilledIn(isFilledIn, props.onFilledIn)
  useEffect(() => {
    if (attempt > 0) focusFirstInvalid(form.current)
  }, [attempt])
  const edit: typeof change = (...given) => (pending ? undefined : change(...given))
  const pick = usePick(draft.picked, (picked) => edit('scopes', { picked }))

  /** Whether it was to be sent before the permissions were there: it goes when they come. */
  const [isAsked, setAsked] = useState(false)
  const send = () => {
    const input = pending ? null : check()
    if (input) props.onSubmit(input)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (cataloguePending) setAsked(true)
    else send()
  }
  useEffect(() => {
    if (!isAsked || cataloguePending) return
    setAsked(false)
    // Where they did not come, the form says what such a key is worth, and it is for the person to press again.
    if (catalogue !== null) send()
  })

  return (
    <form ref={form} noValidate className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        <FormError
          error={Object.values(wrong).every((each) => each === null) ? error : null}
          strings={strings}
          classNames={classNames}
        />
        {props.link ? (
          <LinkNotice link={props.link} catalogue={catalogue} strings={strings} classNames={classNames} />
        ) : null}
        <TextField
          label={strings.columns.name}
          hint={strings.create.nameHint}
          error={wrong.name}
          value={draft.name}
          readOnly={pending}
          required
          onValueChange={(name) => edit('name', { name })}
          classNames={classNames}
        />
        <ExpiryField
          choice={draft.expiry}
          day={draft.day}
          onChoice={(expiry) => edit('expiry', { expiry })}
          onDay={(day) => edit('expiry', { day })}
          policy={policy}
          error={wrong.expiry}
          now={now}
          strings={strings}
          format={format}
          classNames={classNames}
        />
        {cataloguePending ? (
          <p className={slotClass('hint', classNames)}>{strings.loading.dialog}</p>
        ) : catalogue === null ? (
          props.onRetryCatalogue && (
            <Notice tone="warning" classNames={classNames}>
              <span className={ownClass('noticeWords', classNames)}>{strings.create.permissionsMissing}</span>
              <span className={ownClass('noticeActions', classNames)}>
                <Button onClick={props.onRetryCatalogue}>{strings.error.retry}</Button>
              </span>
            </Notice>
          )
        ) : (
          <PermissionField
            catalogue={catalogue}
            mode={mode}
            picked={draft.picked}
            onMode={(mode) => edit('scopes', { mode })}
            onPick={pick}
            error={wrong.scopes}
            strings={strings}
            classNames={classNames}
          />
        )}
        <AdvancedFields
          environment={draft.environment}
          environments={environments}
          onEnvironment={(environment) => edit(null, { environment })}
          addresses={draft.addresses}
          onAddresses={(addresses, problem) => edit('addresses', { addresses }, problem)}
          note={draft.note}
          lacks={props.lacks}
          onNote={(note) => edit('note', { note })}
          wrong={wrong}
          readOnly={pending}
          strings={strings}
          classNames={classNames}
        />
      </DialogBody>
      <DialogFooter classNames={classNames}>
        {props.wait === null ? null : (
          <p id={waitId} className={slotClass('hint', classNames)}>
            <Icon name="info" />
            <span>{props.wait}</span>
          </p>
        )}
        <Button
          aria-disabled={pending && !props.onCallOff}
          aria-describedby={props.wait === null ? undefined : waitId}
          onClick={pending ? props.onCallOff : props.onCancel}
        >
          {strings.cancel}
        </Button>
        <Button type="submit" variant="primary" loading={pending || isAsked}>
          {pending ? strings.create.submitting : strings.create.submit}
        </Button>
      </DialogFooter>
    </form>
  )
}
