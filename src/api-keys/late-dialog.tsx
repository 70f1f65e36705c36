'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { Late } from '../hooks/create-late.js'
import type { Announcer } from '../hooks/use-announcer.js'
import type { DialogControl } from '../hooks/use-dialog.js'
import { useLatest } from '../hooks/use-latest.js'
import { quickMs, useOverdue } from '../hooks/use-overdue.js'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from '../parts/button.js'
import { errorText } from '../parts/error-text.js'
import type { PartError } from '../parts/key-view.js'
import { Notice } from '../parts/notice.js'
import type { SlotClassNames } from '../parts/slot-class.js'

interface LateDialogProps<P extends object> {
  late: Late<ComponentType<P>>
  /** Somebody asked for it. */
  isWanted: boolean
  /** It cannot be fetched: calls off what was asked for, where that can be, and answers how to ask for it again. */
  onMissing(): () => void
  /** Said where it cannot be fetched. @default why that is */
  missingText?: string | undefined
  /** What the dialog itself takes. */
  props: P
  announce: Announcer['announce']
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/**
 * A dialog that is fetched when it is first asked for. Whoever asks keeps asking until it is here, so that no click is
 * lost; nothing stands in its place, so that nothing flashes, until it takes so long that somebody may think that
 * nothing happened. Where it cannot be fetched, that is said with a way to try
 * again, and so does the next click.
 */
export function LateDialog<P extends object>(given: LateDialogProps<P>) {
  const { late, isWanted, onMissing, missingText, props, announce, strings, classNames } = given
  const [arrived, setArrived] = useState<ComponentType<P> | null>(late.loaded)
  // From then on it stays, closed or open: a dialog that closes takes its time to fade.
  const [isUsed, setUsed] = useState(isWanted)
  const [attempt, setAttempt] = useState(0)
  const [missing, setMissing] = useState<Missing | null>(null)
  const [wasWanted, setWasWanted] = useState(isWanted)
  const tryAgain = () => setAttempt(attempt + 1)
  if (wasWanted !== isWanted) {
    setWasWanted(isWanted)
    if (isWanted) {
      setUsed(true)
      tryAgain()
    }
  }

  // Fetched by a hover, it is there for the very render that the click causes.
  const Dialog = arrived ?? late.loaded()
  const isAwaited = isWanted && Dialog === null && missing?.attempt !== attempt
  const giveUp = useLatest(({ code }: PartError) => setMissing({ attempt, code, askAgain: onMissing() }))
  useEffect(() => {
    if (!isAwaited) return
    let isHere = true
    late.load().then(
      (dialog) => isHere && setArrived(() => dialog),
      (error: PartError) => isHere && giveUp.current(error),
    )
    return () => {
      isHere = false
    }
  }, [isAwaited, late, giveUp])

  const isLate = useOverdue(isAwaited, quickMs)
  const wait = strings.loading.dialog
  useEffect(() => {
    if (isLate) announce(wait)
  }, [isLate, wait, announce])

  if (Dialog) return isUsed ? <Dialog {...props} /> : null
  if (isLate && !missing) {
    return (
      <Notice aria-busy="true" classNames={classNames}>
        {wait}
      </Notice>
    )
  }
  if (!missing) return null
  return (
    <Notice tone="danger" role="alert" classNames={classNames}>
      {/* Anew after each attempt, so that it is read out each time. */}
      <span key={missing.attempt}>{missingText ?? why(missing, strings)}</span>{' '}
      <Button
        loading={isAwaited}
        onClick={() => {
          tryAgain()
          missing.askAgain()
        }}
      >
        {strings.error.retry}
      </Button>
    </Notice>
  )
}

interface Missing {
  /** The one that failed. */
  attempt: number
  code: PartError['code']
  askAgain(): void
}

function why({ code }: Missing, strings: ListStrings): string {
  return code === 'offline' ? strings.offline.reason : errorText({ code }, strings)
}

/** Closes what is open, and answers how to open it again. */
export function callOff({ state, open, close }: DialogControl): () => void {
  close()
  return () => (state === null || state.type === 'secret' ? undefined : open(state))
}
