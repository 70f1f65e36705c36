import { useEffect, useRef, useState } from 'react'
import type { CopyStatus } from '../hooks/use-copy.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import type { Announce, SecretView } from './secret-view.js'

const copiedForMs = 2000

/**
 * Copying a secret as the secret step shows it. `copied` is only ever what the clipboard confirmed; a refusal
 * shows the secret, because it now has to be copied by hand.
 */
export function useSecretCopy(secret: SecretView, strings: LatchkeyStrings, announce: Announce | undefined) {
  const [status, setStatus] = useState<CopyStatus>('idle')
  const latest = useRef(secret)
  useEffect(() => {
    latest.current = secret
  })

  useEffect(() => {
    if (status !== 'copied') return
    const timer = setTimeout(() => setStatus('idle'), copiedForMs)
    return () => clearTimeout(timer)
  }, [status])

  const copy = async (): Promise<boolean> => {
    setStatus('copying')
    const result = await secret.copy()
    setStatus(result.ok ? 'copied' : 'failed')
    if (result.ok) {
      announce?.(strings.announce.copied, 'polite')
      return true
    }
    if (!latest.current.isVisible) latest.current.toggleVisible()
    announce?.(strings.announce.copyFailed, 'assertive')
    return false
  }

  return {
    status,
    copy,
    /** Closes only after the clipboard said yes. */
    async copyAndClose() {
      if (await copy()) latest.current.requestClose()
      else latest.current.cancelClose()
    },
  }
}
