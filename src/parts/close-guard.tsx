import { useRef } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { DialogFooter } from './dialog-footer.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'

export interface CloseGuardProps {
  open: boolean
  onBack(): void
  onCopyAndClose(): void
  onCloseAnyway(): void
  /** Gets the focus when the person goes back. A press outside had taken it from wherever it was. */
  returnFocus?: (() => HTMLElement | null) | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Asks before the only copy of a secret is lost. Focus is on the answer that loses nothing. */
export function CloseGuard({
  open,
  onBack,
  onCopyAndClose,
  onCloseAnyway,
  returnFocus,
  strings,
  classNames,
}: CloseGuardProps) {
  const safe = useRef<HTMLButtonElement>(null)
  const words = strings.secret.closeConfirm
  return (
    <Dialog
      open={open}
      onClose={onBack}
      kind="closeConfirm"
      role="alertdialog"
      title={words.title}
      description={words.description}
      closeLabel={strings.close}
      initialFocus={() => safe.current}
      returnFocus={returnFocus}
      classNames={classNames}
    >
      <DialogFooter classNames={classNames} className={ownClass('guardFooter', classNames)}>
        <Button className={ownClass('dialogFooterStart', classNames)} onClick={onCloseAnyway}>
          {words.closeAnyway}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
        <Button ref={safe} variant="primary" onClick={onCopyAndClose}>
          {words.copyAndClose}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
