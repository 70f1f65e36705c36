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
  /** Absent: there is nothing to copy, and going back is what loses nothing. */
  onCopyAndClose?: (() => void) | undefined
  onCloseAnyway(): void
  /** Gets the focus when the person goes back. A press outside had taken it from wherever it was. */
  returnFocus?: (() => HTMLElement | null) | undefined
  /** What it says. @default that a secret would be lost */
  words?: LatchkeyStrings['discard'] | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Asks before something is lost: the only copy of a secret, or what was entered. Focus is on the answer that loses nothing. */
export function CloseGuard({
  open,
  onBack,
  onCopyAndClose,
  onCloseAnyway,
  returnFocus,
  strings,
  words = strings.secret.closeConfirm,
  classNames,
}: CloseGuardProps) {
  const safe = useRef<HTMLButtonElement>(null)
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
        <Button
          ref={onCopyAndClose ? undefined : safe}
          variant={onCopyAndClose ? 'outline' : 'primary'}
          onClick={onBack}
        >
          {words.back}
        </Button>
        {onCopyAndClose ? (
          <Button ref={safe} variant="primary" onClick={onCopyAndClose}>
            {strings.secret.copyAndClose}
          </Button>
        ) : null}
      </DialogFooter>
    </Dialog>
  )
}
