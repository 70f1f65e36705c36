import { forwardRef, useRef } from 'react'
import type { BulkChoice } from '../locales/list-strings.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { BulkPane } from './bulk-pane.js'
import { BulkResult } from './bulk-result.js'
import type { BulkRun } from './bulk-run.js'
import { Dialog } from './dialog.js'
import type { Announce } from './secret-view.js'
import type { SlotClassNames } from './slot-class.js'

export interface BulkDialogProps {
  open: boolean
  choice: BulkChoice
  /** The keys it is about. Keep them as they were when it was asked: the selection empties as they go. */
  keys: readonly { id: string; name: string }[]
  run: BulkRun
  /** Whether what is revoked leaves the list. @default false */
  leavesList?: boolean | undefined
  onClose(): void
  onSubmit(): void
  returnFocus?: (() => HTMLElement | null) | undefined
  /** Says aloud how it goes. Absent: the result is a live region of its own. */
  announce?: Announce | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Asks before something is done to several keys at once, tells how it goes, and for which of them it went wrong. */
export const BulkDialog = forwardRef<HTMLDivElement, BulkDialogProps>(function BulkDialog(props, ref) {
  const { open, choice, keys, run, onClose, onSubmit, returnFocus, strings, classNames } = props
  const cancel = useRef<HTMLButtonElement>(null)
  const leave = () => (run.isPending ? undefined : onClose())
  const started = run.isPending || run.isDone
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={leave}
      kind="bulk"
      role="alertdialog"
      // Once it was answered, no question.
      title={strings.bulk[started ? 'submit' : 'title'][choice](keys.length)}
      description={
        started
          ? undefined
          : `${strings.bulk.description[choice]}${
              props.leavesList && choice === 'revoke' ? ` ${strings.revoke.leavesList}` : ''
            }`
      }
      closeLabel={strings.close}
      initialFocus={() => cancel.current}
      returnFocus={returnFocus}
      classNames={classNames}
      aria-busy={run.isPending || undefined}
    >
      {started ? (
        <BulkResult
          choice={choice}
          keys={keys}
          run={run}
          onClose={leave}
          announce={props.announce}
          strings={strings}
          classNames={classNames}
        />
      ) : (
        <BulkPane
          cancelRef={cancel}
          choice={choice}
          keys={keys}
          onSubmit={onSubmit}
          onCancel={leave}
          strings={strings}
          classNames={classNames}
        />
      )}
    </Dialog>
  )
})
