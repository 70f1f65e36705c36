'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { Late } from '../hooks/create-late.js'
import { useLatest } from '../hooks/use-latest.js'
import type { ListStrings } from '../locales/list-strings.js'
import { errorText } from '../parts/error-text.js'
import { Notice } from '../parts/notice.js'
import type { SlotClassNames } from '../parts/slot-class.js'

interface LateDialogProps<P extends object> {
  late: Late<ComponentType<P>>
  /** Somebody asked for it. */
  isWanted: boolean
  /** It cannot be fetched: what was asked for is to be called off. */
  onMissing(): void
  /** What the dialog itself takes. */
  props: P
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/**
 * A dialog that is fetched when it is first asked for. Whoever asks keeps asking until it is here, so that no click is
 * lost; nothing stands in its place, so that nothing flashes. Where it cannot be fetched, that is said, and the next
 * click tries again.
 */
export function LateDialog<P extends object>(given: LateDialogProps<P>) {
  const { late, isWanted, onMissing, props, strings, classNames } = given
  const [arrived, setArrived] = useState<ComponentType<P> | null>(late.loaded)
  // From then on it stays, closed or open: a dialog that closes takes its time to fade.
  const [isUsed, setUsed] = useState(isWanted)
  const [isMissing, setMissing] = useState(false)
  const [wasWanted, setWasWanted] = useState(isWanted)
  if (wasWanted !== isWanted) {
    setWasWanted(isWanted)
    if (isWanted) {
      setUsed(true)
      setMissing(false)
    }
  }

  // Fetched by a hover, it is there for the very render that the click causes.
  const Dialog = arrived ?? late.loaded()
  const isAwaited = isWanted && Dialog === null
  const giveUp = useLatest(() => {
    setMissing(true)
    onMissing()
  })
  useEffect(() => {
    if (!isAwaited) return
    let isHere = true
    late.load().then(
      (dialog) => isHere && setArrived(() => dialog),
      () => isHere && giveUp.current(),
    )
    return () => {
      isHere = false
    }
  }, [isAwaited, late, giveUp])

  if (isMissing) {
    return (
      <Notice tone="danger" role="alert" classNames={classNames}>
        {errorText({ code: 'offline' }, strings)}
      </Notice>
    )
  }
  return Dialog && isUsed ? <Dialog {...props} /> : null
}
