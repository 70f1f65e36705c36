import type {
  ActivityPage,
  BulkInput,
  BulkResult,
  Capabilities,
  Created,
  CreateInput,
  Identified,
  KeyAnswer,
  KeyFilter,
  KeyPage,
  RevokeInput,
  Rotated,
  RotateInput,
  ScopeCatalogue,
  SortOrder,
  UpdateInput,
  Usage,
} from '../contract/index.js'

/**
 * What the UI asks of any backend. `list` and `create` are required; where another method is missing, the
 * backend lacks the feature and the UI leaves it out. Every method rejects with a `LatchkeyError`, and with
 * nothing else.
 */
export interface ApiKeyClient {
  /** Tells two backends apart that share one query cache, e.g. the path they answer at. @default '' */
  readonly backend?: string | undefined
  /** How far the server's clock is ahead of this one, in milliseconds, as of its last answer; 0: as far as is known, not. */
  clockOffsetMs?(): number
  /**
   * What to look for where this was typed or pasted: a backend whose secrets have another shape than this package's
   * answers a key's public beginning, or a mask, in place of each. What it answers is kept, shown and sent; what it gets
   * is not. Absent: secrets look as they do here, and are recognised anyway.
   */
  toSearch?(typed: string): string
  list(query: ListKeys, options?: CallOptions): Promise<KeyPage>
  create(input: CreateInput, options?: WriteOptions): Promise<Created>
  get?(id: string, options?: CallOptions): Promise<KeyAnswer>
  /** `version` is the one that the caller read; another one in the store gives `version_conflict`. */
  update?(id: string, input: UpdateInput, version: number, options?: CallOptions): Promise<KeyAnswer>
  rotate?(id: string, input: RotateInput, options?: WriteOptions): Promise<Rotated>
  revoke?(id: string, input: RevokeInput, options?: CallOptions): Promise<KeyAnswer>
  bulk?(input: BulkInput, options?: BulkOptions): Promise<BulkResult>
  usage?(query: { ids: readonly string[]; days?: number | undefined }, options?: CallOptions): Promise<Usage>
  activity?(id: string, query: { cursor?: string | undefined }, options?: CallOptions): Promise<ActivityPage>
  identify?(sha256: string, options?: CallOptions): Promise<Identified>
  scopes?(query: { consumerId?: string | undefined }, options?: CallOptions): Promise<ScopeCatalogue>
  capabilities?(query: { consumerId?: string | undefined }, options?: CallOptions): Promise<Capabilities>
}

export interface ListKeys {
  /** Absent: the signed-in person's default consumer, which the server decides. */
  consumerId?: string | undefined
  search?: string | undefined
  /** Absent, and no `search` either: every key but those that were revoked more than 30 days ago. */
  status?: readonly KeyFilter[] | undefined
  sort?: SortOrder | undefined
  /** 1–100. @default 25 */
  limit?: number | undefined
  cursor?: string | undefined
}

export interface CallOptions {
  /** Aborted, it rejects with `aborted`. A `create` that does not heed it cannot be called off. */
  signal?: AbortSignal | undefined
}

export interface BulkOptions extends CallOptions {
  /** All that this request is a part of; the same object for every request of one act. Absent: this is all. */
  portionOf?: BulkInput | undefined
}

export interface WriteOptions extends CallOptions {
  /** The same for every attempt at one act, so that a repetition makes no second key. */
  idempotencyKey?: string | undefined
}
