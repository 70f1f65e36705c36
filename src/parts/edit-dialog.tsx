import { forwardRef } from 'react'
import type { Capabilities, ScopeCatalogue, UpdateInput } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Dialog } from './dialog.js'
import { EditPane } from './edit-pane.js'
import { cautiousPolicy } from './expiry-choice.js'
import type { KeyView, PartError } from './key-view.js'
import type { SlotClassNames } from './slot-class.js'
import { useDiscardGuard } from './use-discard-guard.js'

export interface EditDialogProps {
  open: boolean
  /** The key to change; null: not known any more. */
  view: KeyView | null
  onClose(): void
  /** @param version the one that was opened: somebody else's change in between must not be overwritten */
  onSubmit(patch: UpdateInput, version: number): void
  /** @default false */
  pending?: boolean | undefined
  /** What the server answered last. @default null */
  error?: PartError | null | undefined
  capabilities: Pick<Capabilities, 'expiry' | 'lacks'> | null
  /** null: the server grants no scopes, so none are asked for. */
  catalogue: ScopeCatalogue | null
  returnFocus?: (() => HTMLElement | null) | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Changes what a key may do, from where, and for how long. Its secret stays. */
export const EditDialog = forwardRef<HTMLDivElement, EditDialogProps>(function EditDialog(props, ref) {
  const { open, view, onClose, pending = false, error = null, capabilities, strings, classNames } = props
  const cancel = () => (pending ? undefined : onClose())
  const discard = useDiscardGuard({ onClose: cancel, strings, classNames })
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={() => (pending ? undefined : discard.leave())}
      kind="edit"
      title={strings.edit.title}
      description={strings.edit.description}
      closeLabel={strings.close}
      // On what holds now: the first radio may grant everything, and one Space would choose it.
      initialFocus={(dialog) => dialog.querySelector<HTMLElement>('input:checked')}
      returnFocus={props.returnFocus}
      classNames={classNames}
      aria-busy={pending || undefined}
      onBlur={discard.onBlur}
    >
      {view ? (
        <EditPane
          key={view.id}
          view={view}
          policy={capabilities?.expiry ?? cautiousPolicy}
          catalogue={props.catalogue}
          lacks={capabilities?.lacks}
          pending={pending}
          error={error}
          onSubmit={props.onSubmit}
          onCancel={cancel}
          onFilledIn={discard.onFilledIn}
          now={props.now}
          strings={strings}
          format={props.format}
          classNames={classNames}
        />
      ) : null}
      {discard.guard}
    </Dialog>
  )
})
