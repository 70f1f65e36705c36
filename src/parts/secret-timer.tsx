import { useEffect, useRef, useState } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

/** WCAG 2.2.1 asks for a warning of at least twenty seconds. */
const warnedMs = 60_000

export interface SecretTimerProps {
  /** Until the secret leaves the page, in milliseconds. Asks the clock each time. */
  timeLeftMs(): number
  onExtend(): void
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Warns a minute before a secret is taken off the page, and keeps it there on request. Said aloud once, not each second. */
export function SecretTimer({ timeLeftMs, onExtend, strings, format, classNames }: SecretTimerProps) {
  const [left, setLeft] = useState<number | null>(null)
  const ask = useRef(timeLeftMs)
  useEffect(() => {
    ask.current = timeLeftMs
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const now = ask.current()
      setLeft(now > 0 && now <= warnedMs ? now : null)
      if (now > 0) timer = setTimeout(look, now > warnedMs ? now - warnedMs : 1000)
    }
    look()
    return () => clearTimeout(timer)
  }, [])
  if (left === null) return null
  const extend = () => {
    onExtend()
    setLeft(null)
  }
  return (
    <Notice tone="warning" classNames={classNames} className={ownClass('secretTimer', classNames)}>
      <span role="alert">{strings.secretTime.ending}</span>{' '}
      <span role="timer" aria-live="off" className={slotClass('countdown', classNames)}>
        {strings.secretTime.left(format.seconds(left))}
      </span>
      <Button onClick={extend}>{strings.secretTime.extend}</Button>
    </Notice>
  )
}
