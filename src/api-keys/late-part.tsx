'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { Late } from '../hooks/create-late.js'
import type { Announcer } from '../hooks/use-announcer.js'
import { useLatest } from '../hooks/use-latest.js'
import { quickMs, useOverdue } from '../hooks/use-overdue.js'
import type { ListStrings } from '../locales/list-strings.js'
import { Button } from '../parts/button.js'
import { errorText } from '../parts/error-text.js'
import type { PartError } from '../parts/key-view.js'
import { Notice } from '../parts/notice.js'
import type { SlotClassNames } from '../parts/slot-class.js'

interface LatePartProps<L, P extends object> {
  late: Late<L>
  /** The part, of all that comes together. */
  pick(arrived: L): ComponentType<P>
  /** Somebody asked for it. */
  isWanted: boolean
  /** It cannot be fetched: calls off what was asked for, and answers how to ask for it again. Absent: it stays asked for. */
  onMissing?: (() => () => void) | undefined
  /** Said where it cannot be fetched. @default why that is */
  missingText?: string | undefined
  /** What the part itself takes. */
  props: P
  announce: Announcer['announce']
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/**
 * A part that is fetched when it is first asked for, such as a menu or a dialog. Whoever asks keeps asking until it is
 * here, so that no click is lost; nothing stands in its place, so that nothing flashes, until it takes so long that
 * somebody may think that nothing happened. Where it cannot be fetched, that is said with a way to try again, and the
 * next click tries as well.
 */
export function LatePart<L, P extends object>(given: LatePartProps<L, P>) {
  const { late, pick, isWanted, onMissing, missingText, props, announce, strings, classNames } = given
  const [arrived, setArrived] = useState(late.loaded)
  // From then on it stays, whether it shows anything or not: a dialog that closes takes its time to fade.
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
  const all = arrived ?? late.loaded()
  const Part = all && pick(all)
  const isAwaited = isWanted && Part === null && missing?.attempt !== attempt
  const giveUp = useLatest(({ code }: PartError) => setMissing({ attempt, code, askAgain: onMissing?.() }))
  useEffect(() => {
    if (!isAwaited) return
    let isHere = true
    late.load().then(
      (all) => isHere && setArrived(() => all),
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

  if (Part) return isUsed ? <Part {...props} /> : null
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
          missing.askAgain?.()
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
  askAgain: (() => void) | undefined
}

function why({ code }: Missing, strings: ListStrings): string {
  return code === 'offline' ? strings.offline.reason : errorText({ code }, strings)
}
