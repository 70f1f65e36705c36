import type { ReactNode } from 'react'
import type { ApiKey } from '../contract/index.js'
import type { CopyResult } from '../hooks/use-copy.js'
import type { VerifySecret } from './verify-button.js'

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
    /** What a key was to be called of which nobody knows whether it was made. */
    readonly name?: string | null | undefined
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
  /** Until it leaves the page, in milliseconds. Asks the clock each time. Absent: it has no end. */
  timeLeftMs?: (() => number) | undefined
  /** Begins its time on the page again. */
  extend?: (() => void) | undefined
  /** Resolves to what the clipboard said. */
  copy(): Promise<CopyResult>
  acknowledge(how: 'copy' | 'manual' | 'download'): void
  /** Closes what is saved, and asks first where it is not. */
  requestClose(): void
  cancelClose(): void
  forceClose(): void
}

/** Says something aloud through the component's live region. */
export type Announce = (text: string, politeness: 'polite' | 'assertive') => void

/** How the secret step helps to put a key to use. */
export interface SecretTools {
  /** Name of the environment variable in the examples and in the `.env` file. @default 'API_KEY' */
  variable?: string | undefined
  /** What the examples call. @default 'https://api.example/v1', which leads nowhere: a copied example carries the key */
  url?: string | undefined
  /** Tries the key; absent: there is no test call. It receives the secret, so it must not keep it. */
  verify?: VerifySecret | undefined
  /**
   * Another way to keep it, e.g. a button that hands it to a secret manager. A part of yours finds it with
   * `useApiKeys().secret`: `read()`, and `acknowledge('host', id)` with the id of its key once it is kept, so that
   * closing asks nothing.
   */
  keep?: ReactNode
}
