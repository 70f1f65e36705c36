'use client'

export type { ApiKeyClient, CallOptions, ListKeys, WriteOptions } from './client/api-key-client.js'
export { type Act, askFirst } from './client/ask-first.js'
export { createFetchClient, type FetchClientOptions } from './client/create-fetch-client.js'
export { type ClientErrorCode, LatchkeyError } from './client/latchkey-error.js'
export { toLatchkeyError } from './client/to-latchkey-error.js'
export type { ApiKeyManagerState, ListView } from './hooks/api-key-manager-state.js'
export { apiKeyQueries, type KeysOf, type ListParams } from './hooks/api-key-queries.js'
export type { BulkActionName, BulkOutcome } from './hooks/bulk-outcome.js'
export type { SecretDesk, SecretNotice } from './hooks/create-secret-desk.js'
export type { SecretDoor } from './hooks/create-secret-door.js'
export type { DialogRequest, DialogState } from './hooks/dialog-state.js'
export type { ActionName, Gate, GateReason, Permission, Permissions } from './hooks/gates.js'
export { type KeyMenuEntry, keyMenu } from './hooks/key-menu.js'
export type { KeyActName, KeyActState } from './hooks/key-states.js'
export type { LatchkeyEvent } from './hooks/latchkey-event.js'
export type { ListQuestion } from './hooks/list-question.js'
export type { PastedKey } from './hooks/pasted-key.js'
export type { EnableVariables, ExtendVariables } from './hooks/perform-act.js'
export type {
  Reveal,
  SaveWay,
  SecretOrigin,
  SecretState,
  Shown,
  WipeReason,
} from './hooks/secret-state.js'
export type { ApiKeyView } from './hooks/to-api-key-view.js'
export type { Pagination } from './hooks/to-pagination.js'
export type { Action } from './hooks/use-action.js'
export { type Announcer, type SpokenText, useAnnouncer } from './hooks/use-announcer.js'
export { type ApiKeyActivity, useApiKeyActivity } from './hooks/use-api-key-activity.js'
export { type UseApiKeyManagerOptions, useApiKeyManager } from './hooks/use-api-key-manager.js'
export type { ApiKeySourceOptions } from './hooks/use-api-key-source.js'
export { type UseApiKeyUsageOptions, useApiKeyUsage } from './hooks/use-api-key-usage.js'
export { useApiKeysQuery } from './hooks/use-api-keys-query.js'
export type { BulkAction, BulkActions } from './hooks/use-bulk-actions.js'
export { type Copy, type CopyFailure, type CopyResult, type CopyStatus, useCopy } from './hooks/use-copy.js'
export { type Countdown, useCountdown } from './hooks/use-countdown.js'
export { type UseCreateApiKeyOptions, useCreateApiKey } from './hooks/use-create-api-key.js'
export type { DialogControl } from './hooks/use-dialog.js'
export type { KeyActions } from './hooks/use-key-actions.js'
export type { ScopeChoice } from './hooks/use-key-policy.js'
export { type KeySelection, type UseKeySelectionOptions, useKeySelection } from './hooks/use-key-selection.js'
export type { FilterControl, SearchControl, SortControl, SortField } from './hooks/use-list-controls.js'
export { useRetryAfter } from './hooks/use-retry-after.js'
export {
  type SecretController,
  type UseRevealedSecretOptions,
  useRevealedSecret,
} from './hooks/use-revealed-secret.js'
export {
  type RevokeVariables,
  type UseRevokeApiKeyOptions,
  useRevokeApiKey,
} from './hooks/use-revoke-api-key.js'
export {
  type RotatedKeys,
  type RotateVariables,
  type UseRotateApiKeyOptions,
  useRotateApiKey,
} from './hooks/use-rotate-api-key.js'
export type { SeedOptions } from './hooks/use-seed.js'
export {
  type UpdateVariables,
  type UseUpdateApiKeyOptions,
  useUpdateApiKey,
} from './hooks/use-update-api-key.js'
