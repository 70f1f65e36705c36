import { forwardRef, useRef } from 'react'
import type { Capabilities } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Dialog } from './dialog.js'
import type { KeyView, PartError } from './key-view.js'
import { Phrase } from './phrase.js'
import { RevokePane } from './revoke-pane.js'
import type { Announce } from './secret-view.js'
import type { SlotClassNames } from './slot-class.js'
import { usePendingAnnouncement } from './use-pending-announcement.js'

export interface RevokeDialogProps {
  open: boolean
  /** The key to revoke; null: not known any more. */
  view: KeyView | null
  /** What it replaced; null: nothing, or nothing that is known here. @default null */
  predecessor?: KeyView | null | undefined
  /** What replaced it. @default null */
  successor?: KeyView | null | undefined
  /** What the server allows; null: it does not say. @default null */
  capabilities?: Pick<Capabilities, 'rotation' | 'lacks'> | null | undefined
  onClose(): void
  onSubmit(): void
  /** Offers what can be undone instead; absent where the server or the key cannot. */
  onDisable?: (() => void) | undefined
  /** @default false */
  pending?: boolean | undefined
  /** What the server answered last. @default null */
  error?: PartError | null | undefined
  returnFocus?: (() => HTMLElement | null) | undefined
  announce?: Announce | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Asks before a key ends for good. Focus is on Cancel, and the more a key is used, the more the question asks. */
export const RevokeDialog = forwardRef<HTMLDivElement, RevokeDialogProps>(function RevokeDialog(props, ref) {
  const { open, view, onClose, pending = false, error = null, returnFocus, strings, classNames } = props
  const cancel = useRef<HTMLButtonElement>(null)
  usePendingAnnouncement(pending, strings.pending.revoke, props.announce)
  const leave = () => (pending ? undefined : onClose())
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={leave}
      kind="revoke"
      role="alertdialog"
      title={<Phrase text={strings.revoke.title} values={{ name: view?.name ?? '' }} />}
      description={`${strings.revoke.description}${
        props.capabilities?.lacks?.includes('revoked') ? ` ${strings.revoke.leavesList}` : ''
      }`}
      closeLabel={strings.close}
      initialFocus={() => cancel.current}
      returnFocus={returnFocus}
      classNames={classNames}
      aria-busy={pending || undefined}
    >
      {view ? (
        <RevokePane
          key={view.id}
          cancelRef={cancel}
          view={view}
          predecessor={props.predecessor ?? null}
          successor={props.successor ?? null}
          longestOverlapSeconds={props.capabilities?.rotation.maxOverlapSeconds}
          pending={pending}
          error={error}
          onSubmit={props.onSubmit}
          onCancel={leave}
          onDisable={props.onDisable}
          now={props.now}
          strings={strings}
          format={props.format}
          classNames={classNames}
        />
      ) : null}
    </Dialog>
  )
})
