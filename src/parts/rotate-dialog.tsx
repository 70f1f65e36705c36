import { forwardRef } from 'react'
import type { Capabilities } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Dialog } from './dialog.js'
import type { KeyView, PartError } from './key-view.js'
import { usualOverlap } from './overlap-choice.js'
import { RotatePane } from './rotate-pane.js'
import { SecretPane } from './secret-pane.js'
import { secretTitle } from './secret-title.js'
import type { Announce, SecretTools, SecretView } from './secret-view.js'
import type { SlotClassNames } from './slot-class.js'
import { usePendingAnnouncement } from './use-pending-announcement.js'

export interface RotateDialogProps {
  open: boolean
  /** The key to rotate; null: not known, or already rotated. */
  view: KeyView | null
  /** Leaves the form. Not called while a secret is shown: that is closed through `secret`. */
  onClose(): void
  onSubmit(overlapSeconds: number): void
  /** @default false */
  pending?: boolean | undefined
  /** What the server answered last. @default null */
  error?: PartError | null | undefined
  /** What the server allows; null: it does not say. */
  capabilities: Pick<Capabilities, 'rotation'> | null
  /** The second step, as soon as there is something to show; null: the form. */
  secret: SecretView | null
  returnFocus?: (() => HTMLElement | null) | undefined
  announce?: Announce | undefined
  tools?: SecretTools | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Replaces a key: for how long both work, and then the new secret, in one and the same window. */
export const RotateDialog = forwardRef<HTMLDivElement, RotateDialogProps>(function RotateDialog(props, ref) {
  const { open, view, onClose, pending = false, error = null, capabilities, secret, strings } = props
  const { returnFocus, announce, format, classNames } = props
  const words = secret ? secretTitle(secret, strings) : strings.rotate
  usePendingAnnouncement(pending, strings.pending.rotate, announce)
  const leave = () => {
    if (secret) secret.requestClose()
    else if (!pending) onClose()
  }
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={leave}
      kind={secret ? 'secret' : 'rotate'}
      title={words.title}
      description={words.description}
      closeLabel={strings.close}
      initialFocus={(dialog) => dialog.querySelector<HTMLElement>('input:checked')}
      returnFocus={returnFocus}
      classNames={classNames}
      aria-busy={pending || undefined}
    >
      {secret ? (
        <SecretPane
          key={secret.key?.id}
          secret={secret}
          announce={announce}
          tools={props.tools}
          strings={strings}
          format={format}
          classNames={classNames}
        />
      ) : view ? (
        <RotatePane
          key={view.id}
          view={view}
          policy={capabilities?.rotation ?? usualOverlap}
          pending={pending}
          error={error}
          onSubmit={props.onSubmit}
          onCancel={leave}
          now={props.now}
          strings={strings}
          format={format}
          classNames={classNames}
        />
      ) : null}
    </Dialog>
  )
})
