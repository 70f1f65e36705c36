import type { ApiKey } from '../contract/index.js'
import type { CopyResult } from '../hooks/use-copy.js'

/** A secret as parts need it: what is known of it, and what can be done. The string is read at the last moment. */
export interface SecretView {
  state: {
    readonly status:
      | 'idle'
      | 'requesting'
      | 'revealed'
      | 'saved'
      | 'confirmingClose'
      | 'closed'
      | 'wiped'
      | 'failed'
      | 'unknown'
  }
  /** The new key; null where it is not known. */
  key: ApiKey | null
  /** After a rotation, the key that was replaced. */
  previous: ApiKey | null
  origin: 'create' | 'rotate' | null
  isSaved: boolean
  /** false: masked. */
  isVisible: boolean
  /** null: it is no longer there. */
  read(): string | null
  toggleVisible(): void
  /** Resolves to what the clipboard said. */
  copy(): Promise<CopyResult>
  acknowledge(how: 'copy' | 'manual'): void
  /** Closes what is saved, and asks first where it is not. */
  requestClose(): void
  cancelClose(): void
  forceClose(): void
}

/** Says something aloud through the component's live region. */
export type Announce = (text: string, politeness: 'polite' | 'assertive') => void
