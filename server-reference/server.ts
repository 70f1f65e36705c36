export type {
  ApiKeyStore,
  DueKey,
  DueQuery,
  IdempotencyRecord,
  Insertion,
  InsertOutcome,
  KeyChanges,
  KeyRef,
  NewEvent,
  Notice,
  Replay,
  Revocation,
  RotateOutcome,
  StoreActivityPage,
  StoreActivityQuery,
  StoreKeyPage,
  StoreListQuery,
  StoreRotation,
  StoreUpdate,
  UpdateOutcome,
  UsageEntry,
  UsageSeriesQuery,
} from './core/api-key-store.js'
export type {
  Authorization,
  Authorize,
  Caller,
  IdempotencyOptions,
  KeyManagement,
  Latchkey,
  Outcome,
  RateState,
  Verification,
  VerifiedKey,
  VerifyRequest,
} from './core/latchkey.js'
export type {
  ErrorContext,
  ErrorListener,
  HmacSha256,
  KeyPolicyOptions,
  PepperOptions,
  Sha256,
} from './core/latchkey-options.js'
export type { Charge, RateDecision, RateLimiter } from './core/rate-limiter.js'
export type { SessionOptions, SessionProvider, SessionUser } from './core/session-provider.js'
export type { StoreChange, StoreCurrency } from './core/store-currency.js'
export type { KeyDigest, StoredKey, VerificationRecord } from './core/stored-key.js'
export { createLatchkey, type ServerLimitOptions, type ServerOptions } from './create-latchkey.js'
export {
  createHandler,
  type HandlerOptions,
  isTrustedOrigin,
  type JsonBody,
  problemResponse,
  readJsonBody,
} from './http/index.js'
export { type MemoryRateLimitOptions, memoryRateLimits } from './limits/memory-rate-limits.js'
export { type BetterAuthInstance, betterAuthSession } from './sessions/better-auth-session.js'
