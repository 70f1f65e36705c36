import { type Act, ApiKeyManager, type ApiKeyManagerProps, askFirst, createFetchClient } from 'latchkey'
import { useMemo } from 'react'

interface WithStepUpProps extends Omit<ApiKeyManagerProps, 'client' | 'baseUrl'> {
  baseUrl: string
  /** Proves once more who is there, e.g. with a passkey: `navigator.credentials.get(…)`. */
  stepUp(act: Act): Promise<boolean>
}

/** Nobody makes or rotates a key who did not prove just now who they are. */
export function WithStepUp({ baseUrl, stepUp, ...props }: WithStepUpProps) {
  const client = useMemo(
    () =>
      askFirst(createFetchClient({ baseUrl }), (act) =>
        act.action === 'create' || act.action === 'rotate' ? stepUp(act) : true,
      ),
    [baseUrl, stepUp],
  )
  return <ApiKeyManager {...props} client={client} />
}
