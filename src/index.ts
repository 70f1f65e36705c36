'use client'

import * as ApiKeys from './api-keys/index.js'

// Each name by itself: Next.js refuses `export *` at the border between server and client.
export { ApiKeyManager, type ApiKeyManagerProps } from './api-key-manager.js'
export { useApiKeys } from './api-keys/manager-context.js'
export type { RootProps as ApiKeysRootProps } from './api-keys/root.js'
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
export { createFormatters, type FormatterOptions, type Formatters } from './locales/create-formatters.js'
export type { DialogStrings } from './locales/dialog-strings.js'
export { en } from './locales/en.js'
export type { ListStrings } from './locales/list-strings.js'
export type { LatchkeyStrings } from './locales/strings.js'
export type { ActivityView } from './parts/activity-list.js'
export type { Appearance, Density, LatchkeyVariables } from './parts/appearance.js'
export { Button, type ButtonProps } from './parts/button.js'
export { CloseGuard, type CloseGuardProps } from './parts/close-guard.js'
export { CopyButton, type CopyButtonProps } from './parts/copy-button.js'
export { CreateButton, type CreateButtonProps } from './parts/create-button.js'
export { CreateDialog, type CreateDialogProps } from './parts/create-dialog.js'
export { DetailsDialog, type DetailsDialogProps } from './parts/details-dialog.js'
export { Dialog, type DialogProps } from './parts/dialog.js'
export { DialogBody, type DialogBodyProps } from './parts/dialog-body.js'
export { DialogFooter, type DialogFooterProps } from './parts/dialog-footer.js'
export { EditDialog, type EditDialogProps } from './parts/edit-dialog.js'
export { EmptyState, type EmptyStateProps } from './parts/empty-state.js'
export { ErrorState, type ErrorStateProps } from './parts/error-state.js'
export { errorText } from './parts/error-text.js'
export { ExtendDialog, type ExtendDialogProps } from './parts/extend-dialog.js'
export { FilteredEmpty, type FilteredEmptyProps } from './parts/filtered-empty.js'
export { Header, type HeaderProps } from './parts/header.js'
export { Icon, type IconName, type IconProps } from './parts/icon.js'
export { KeyCard, type KeyCardProps } from './parts/key-card.js'
export {
  KeyTableWithMenu as KeyTable,
  type KeyTableWithMenuProps as KeyTableProps,
} from './parts/key-table-with-menu.js'
export { KeyValue, type KeyValueProps } from './parts/key-value.js'
export type { KeyView, PartError } from './parts/key-view.js'
export { type Announcement, LiveRegion, type LiveRegionProps } from './parts/live-region.js'
export { Notice, type NoticeProps } from './parts/notice.js'
export { OfflineBanner, type OfflineBannerProps } from './parts/offline-banner.js'
export { Pager, type PagerProps } from './parts/pager.js'
export { type PublicVariable, publicVariables } from './parts/public-variables.js'
export { RangeField, type RangeFieldProps } from './parts/range-field.js'
export type { RangeDraft } from './parts/read-ranges.js'
export { RelativeTime, type RelativeTimeProps } from './parts/relative-time.js'
export { RenameDialog, type RenameDialogProps } from './parts/rename-dialog.js'
export { RevokeDialog, type RevokeDialogProps } from './parts/revoke-dialog.js'
export { Root, type RootProps } from './parts/root.js'
export type { Theme } from './parts/root-frame.js'
export { RotateDialog, type RotateDialogProps } from './parts/rotate-dialog.js'
export { RotationCockpit, type RotationCockpitProps } from './parts/rotation-cockpit.js'
export type { RowMenuItem } from './parts/row-menu-item.js'
export { ScopePicker, type ScopePickerProps } from './parts/scope-picker.js'
export { SearchField, type SearchFieldProps } from './parts/search-field.js'
export { SecretField, type SecretFieldProps } from './parts/secret-field.js'
export { SecretPane, type SecretPaneProps } from './parts/secret-pane.js'
export type { Announce, SecretTools, SecretView } from './parts/secret-view.js'
export type { SlotClassNames, SlotName } from './parts/slot-class.js'
export { SnippetTabs, type SnippetTabsProps } from './parts/snippet-tabs.js'
export type { Snippet, SnippetFacts } from './parts/snippets.js'
export { StatusBadge, type StatusBadgeProps } from './parts/status-badge.js'
export { SummaryLine, type SummaryLineProps } from './parts/summary-line.js'
export { TextField, type TextFieldProps } from './parts/text-field.js'
export type { UsageSeries } from './parts/usage-table.js'
export {
  VerifyButton,
  type VerifyButtonProps,
  type VerifyResult,
  type VerifySecret,
} from './parts/verify-button.js'
/** The parts of `ApiKeyManager`, to be put together in another way: inside an `ApiKeys.Root`. */
export { ApiKeys }
