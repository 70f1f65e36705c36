import { type FocusEvent, useCallback, useRef, useState } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { CloseGuard } from './close-guard.js'
import type { SlotClassNames } from './slot-class.js'

interface DiscardGuardOptions {
  onClose(): void
  strings: LatchkeyStrings
  classNames: SlotClassNames | undefined
}

/** Between a form and the ways out of its dialog: what somebody has entered is asked about before it is lost. */
export function useDiscardGuard({ onClose, strings, classNames }: DiscardGuardOptions) {
  const isFilledIn = useRef(false)
  const left = useRef<HTMLElement | null>(null)
  const [asks, setAsks] = useState(false)
  return {
    /** Escape, the cross or a press outside; a button that says "Cancel" needs no question. */
    leave: () => (isFilledIn.current ? setAsks(true) : onClose()),
    /** For the form: whether something in it would be lost. A form that goes has nothing to lose. */
    onFilledIn: useCallback((is: boolean) => {
      isFilledIn.current = is
      if (!is) setAsks(false)
    }, []),
    /** For the dialog, so that whoever goes back is where they were. */
    onBlur(event: FocusEvent<HTMLElement>) {
      if (event.currentTarget.contains(event.target)) left.current = event.target
    },
    guard: (
      <CloseGuard
        open={asks}
        onBack={() => setAsks(false)}
        onCloseAnyway={() => {
          setAsks(false)
          onClose()
        }}
        returnFocus={() => left.current}
        words={strings.discard}
        strings={strings}
        classNames={classNames}
      />
    ),
  }
}
