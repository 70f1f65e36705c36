import type { DialogControl } from '../hooks/use-dialog.js'

/** Closes what is open, and answers how to open it again. */
export function callOff({ state, open, close }: DialogControl): () => void {
  close()
  return () => (state === null || state.type === 'secret' ? undefined : open(state))
}
