import { ApiKeyManager, type ApiKeyManagerProps, Button, useApiKeys } from 'latchkey'
import { useState } from 'react'

interface SaveElsewhereProps extends ApiKeyManagerProps {
  /** Hands a secret to your secret manager. Resolves once it is kept there. */
  keep(name: string, secret: string): Promise<void>
}

/** A new key can go straight to a secret manager: nobody has to copy it, and closing asks nothing. */
export function SaveElsewhere({ keep, ...props }: SaveElsewhereProps) {
  return <ApiKeyManager {...props} secretTools={{ keep: <SaveToVault keep={keep} /> }} />
}

function SaveToVault({ keep }: Pick<SaveElsewhereProps, 'keep'>) {
  const { secret } = useApiKeys()
  const [status, setStatus] = useState<'idle' | 'saving' | 'failed'>('idle')
  const save = async () => {
    const text = secret.read()
    if (text === null || secret.key === null) return
    const { id, name } = secret.key
    setStatus('saving')
    try {
      await keep(name, text)
      // With its id: by now another key may be on the page, which nobody has kept.
      secret.acknowledge('host', id)
      setStatus('idle')
    } catch {
      setStatus('failed')
    }
  }
  return (
    <p>
      <Button loading={status === 'saving'} onClick={save}>
        Save to the vault
      </Button>{' '}
      <span role="status">
        {secret.isSaved
          ? 'Kept.'
          : status === 'failed'
            ? 'The vault did not take it. Copy the key instead.'
            : ''}
      </span>
    </p>
  )
}
