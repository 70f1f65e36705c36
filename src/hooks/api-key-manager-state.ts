import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, Capabilities, CreateInput, KeyCounts, UpdateInput, Usage } from '../contract/index.js'
import type { KeyActState } from './key-states.js'
import type { PastedKey } from './pasted-key.js'
import type { ApiKeyView } from './to-api-key-view.js'
import type { Pagination } from './to-pagination.js'
import type { ApiKeyActivity } from './use-api-key-activity.js'
import type { DialogControl } from './use-dialog.js'
import type { KeyActions } from './use-key-actions.js'
import type { ScopeChoice } from './use-key-policy.js'
import type { KeySelection } from './use-key-selection.js'
import type { FilterControl, SearchControl, SortControl } from './use-list-controls.js'
import type { SecretController } from './use-revealed-secret.js'
import type { RevokeVariables } from './use-revoke-api-key.js'
import type { RotatedKeys, RotateVariables } from './use-rotate-api-key.js'

/** `error` and `offline` only where there is nothing to show; with rows on the page, see `isError` and `isOffline`. */
export type ListView = 'loading' | 'ready' | 'empty' | 'filtered-empty' | 'error' | 'offline'

/** Everything that a UI for keys needs: data, state and verbs. Fields named as in TanStack Query mean the same. */
export interface ApiKeyManagerState {
  apiKeys: readonly ApiKeyView[]
  /**
   * Creates one key, or several in turn. Their secrets go to `secret`; the answer holds the keys alone. Where one of
   * several fails, the same list given again goes on from there.
   */
  createApiKeys(input: CreateInput | readonly CreateInput[]): Promise<ApiKey[]>
  rotateApiKey(id: string, options: Omit<RotateVariables, 'id'>): Promise<RotatedKeys>
  revokeApiKey(id: string, options?: Omit<RevokeVariables, 'id'>): Promise<ApiKey>
  updateApiKey(id: string, patch: UpdateInput): Promise<ApiKey>
  setApiKeyEnabled(id: string, enabled: boolean): Promise<ApiKey>
  /** Of a key that was replaced and still works. `overlapEndsAt` as RFC 3339. */
  extendOverlap(id: string, overlapEndsAt: string): Promise<ApiKey>

  /** What to show in place of the list, as one word. */
  view: ListView
  status: 'pending' | 'error' | 'success'
  fetchStatus: 'fetching' | 'paused' | 'idle'
  isPending: boolean
  isFetching: boolean
  isPlaceholderData: boolean
  /** Waits for the network. */
  isPaused: boolean
  isError: boolean
  /** Where nothing is there, it stays until another try has succeeded or failed. */
  error: LatchkeyError | null
  /** Nothing is there yet, and it takes longer than 3 s. Not while a refusal is asked about again. */
  isSlow: boolean
  /** After a 429: how many seconds until asking again makes sense, counted down; 0: now. */
  retryInSeconds: number
  /** Milliseconds since the epoch; 0 before the first answer. */
  dataUpdatedAt: number
  /** Asks again, also where the first answer is still awaited. */
  refetch(): void
  /** The browser has no network, or the server could not be reached the last time. */
  isOffline: boolean
  /** The consumer has no keys, or, where nothing in particular was asked for, none but some that were revoked long ago. */
  isEmpty: boolean
  /** There are keys, but none that was asked for. */
  isFilteredEmpty: boolean
  /** Over all of the consumer's keys; null: not known yet. */
  counts: KeyCounts | null

  search: SearchControl & {
    isSearching: boolean
    /** What became of a key that was pasted; null: none was. */
    pasted: PastedKey | null
  }
  filters: FilterControl
  sort: SortControl
  pagination: Pagination
  selection: KeySelection
  actions: KeyActions
  /** What is under way for one key, and what went wrong last. */
  getKeyState(id: string): KeyActState & { dismiss(): void }
  secret: SecretController
  dialog: DialogControl
  /** null: not known yet, or the backend does not say. */
  capabilities: Capabilities | null
  /** `capabilities` are on their way: what a form would offer by them is not known yet. */
  isPolicyPending: boolean
  scopes: ScopeChoice
  /** Of the keys on the page, by key id and day; null: not asked for, not there yet, or not to be had. */
  usage: Usage['series'] | null
  /** How asking for `usage` went; null: it was not asked for, or the backend has none. */
  usageStatus: 'pending' | 'error' | 'success' | null
  /** Of the key whose details are open. */
  activity: ApiKeyActivity
  /** The time that `apiKeys` was derived at, in milliseconds since the epoch. */
  nowMs: number
}
