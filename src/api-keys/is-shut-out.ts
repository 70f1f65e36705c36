import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'

/** Nobody is signed in, or somebody who may not see these keys: trying again or creating one would only fail. */
export function isShutOut({ view, error }: Pick<ApiKeyManagerState, 'view' | 'error'>): boolean {
  return view === 'error' && (error?.code === 'forbidden' || error?.code === 'unauthenticated')
}
