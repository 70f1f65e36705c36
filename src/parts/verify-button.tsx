import { useEffect, useRef, useState } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { Icon } from './icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

/** What a test call came to. */
export interface VerifyResult {
  ok: boolean
  /** HTTP status; absent: not known. */
  status?: number | undefined
  latencyMs?: number | undefined
  /** More to say, in the reader's language. */
  message?: string | undefined
}

/** Calls something that the key opens. Rejecting means that no answer came. */
export type VerifySecret = (secret: string, options: { signal: AbortSignal }) => Promise<VerifyResult>

export interface VerifyButtonProps {
  read(): string | null
  verify: VerifySecret
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

type State = { status: 'idle' | 'running' | 'unreachable' } | { status: 'answered'; result: VerifyResult }

/** Tries the new key while it can still be copied. The answer stays beside the button and is read aloud. */
export function VerifyButton({ read, verify, strings, classNames }: VerifyButtonProps) {
  const [state, setState] = useState<State>({ status: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async () => {
    const secret = read()
    if (secret === null) return
    const attempt = new AbortController()
    running.current = attempt
    setState({ status: 'running' })
    try {
      const result = await verify(secret, { signal: attempt.signal })
      if (!attempt.signal.aborted) setState({ status: 'answered', result })
    } catch {
      if (!attempt.signal.aborted) setState({ status: 'unreachable' })
    }
  }
  const tone = state.status === 'answered' ? (state.result.ok ? 'success' : 'danger') : 'warning'
  return (
    <div className={ownClass('verify', classNames)}>
      <Button
        loading={state.status === 'running'}
        onClick={run}
        className={slotClass('verifyButton', classNames)}
      >
        {state.status === 'running' ? strings.verify.running : strings.verify.run}
      </Button>
      <span role="status" data-tone={tone} className={slotClass('verifyResult', classNames)}>
        {state.status === 'idle' || state.status === 'running' ? null : (
          <>
            <Icon name={tone === 'success' ? 'check' : 'warning'} />
            <span>{words(state, strings)}</span>
          </>
        )}
      </span>
    </div>
  )
}

function words(state: State, { verify }: LatchkeyStrings): string {
  if (state.status !== 'answered') return verify.unreachable
  const { ok, status = null, latencyMs = null, message } = state.result
  const said = ok
    ? verify.ok(status, latencyMs === null ? null : Math.round(latencyMs))
    : verify.refused(status)
  return message === undefined ? said : `${said} ${message}`
}
