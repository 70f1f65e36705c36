import { type FormEvent, forwardRef, useEffect, useRef, useState } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { errorText } from './error-text.js'
import type { KeyView, PartError } from './key-view.js'
import { nameError } from './name-error.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { TextField } from './text-field.js'

export interface RenameDialogProps {
  open: boolean
  /** The key to rename; null: not known any more. */
  view: KeyView | null
  onClose(): void
  /** Called with a name that keeps the contract's rules and is another one than before. */
  onSubmit(name: string): void
  /** @default false */
  pending?: boolean | undefined
  /** What the server answered last. @default null */
  error?: PartError | null | undefined
  returnFocus?: (() => HTMLElement | null) | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Gives a key another name. Enter saves, Escape leaves it as it was. */
export const RenameDialog = forwardRef<HTMLDivElement, RenameDialogProps>(function RenameDialog(props, ref) {
  const { open, view, onClose, pending = false, returnFocus, strings, classNames } = props
  const input = useRef<HTMLInputElement>(null)
  const leave = () => (pending ? undefined : onClose())
  const takeInput = () => {
    input.current?.select()
    return input.current
  }
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={leave}
      kind="rename"
      title={strings.rename.title}
      closeLabel={strings.close}
      initialFocus={takeInput}
      returnFocus={returnFocus}
      classNames={classNames}
      aria-busy={pending || undefined}
    >
      {view ? <RenamePane key={view.id} {...props} view={view} inputRef={input} onCancel={leave} /> : null}
    </Dialog>
  )
})

interface RenamePaneProps extends RenameDialogProps {
  view: KeyView
  inputRef: React.RefObject<HTMLInputElement | null>
  onCancel(): void
}

function RenamePane({ view, inputRef, pending = false, error = null, onCancel, ...props }: RenamePaneProps) {
  const { onClose, onSubmit, strings, classNames } = props
  const [name, setName] = useState(view.name)
  const [wrong, setWrong] = useState<string | null>(null)
  const [answered, setAnswered] = useState<PartError | null>(null)
  if (answered !== error) {
    setAnswered(error)
    setWrong(error === null ? null : (error.fields?.name ?? errorText(error, strings)))
  }
  useEffect(() => {
    if (wrong !== null) inputRef.current?.focus()
  }, [wrong, inputRef])

  // Nothing to try again: somebody else revoked it.
  const isOver = error?.code === 'key_revoked'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pending || isOver) return
    const found = nameError(name, strings)
    setWrong(found)
    const normal = name.normalize('NFC').trim()
    if (found === null) normal === view.name ? onClose() : onSubmit(normal)
  }
  return (
    <form noValidate className={slotClass('form', classNames)} onSubmit={submit}>
      <DialogBody classNames={classNames}>
        <TextField
          ref={inputRef}
          label={strings.columns.name}
          error={wrong ?? undefined}
          value={name}
          readOnly={pending}
          required
          onValueChange={(next) => {
            setName(next)
            setWrong(null)
          }}
          classNames={classNames}
        />
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <Button aria-disabled={pending} onClick={onCancel}>
          {isOver ? strings.close : strings.cancel}
        </Button>
        {isOver ? null : (
          <Button type="submit" variant="primary" loading={pending}>
            {pending ? strings.pending.update : strings.rename.submit}
          </Button>
        )}
      </DialogFooter>
    </form>
  )
}
