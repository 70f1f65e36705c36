export type {
  ApiKeyStore,
  ConsumerEvent,
  DueKey,
  DuePage,
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
export type { EventListener, LatchkeyEvent } from './core/events/latchkey-event.js'
export type { Health } from './core/health.js'
export type { KeySelection } from './core/key-selection.js'
export type { ImportOutcome, KeyToImport } from './core/key-to-import.js'
export type {
  Authorization,
  Authorize,
  Caller,
  ConsumerControl,
  IdempotencyOptions,
  KeyManagement,
  KeyService,
  Latchkey,
  Measurements,
  OfferedManagement,
  Outcome,
  RateState,
  Refusal,
  Verification,
  VerifiedKey,
  VerifyRequest,
} from './core/latchkey.js'
export type {
  Confirm,
  Decision,
  DecisionListener,
  ErrorContext,
  ErrorListener,
  HmacSha256,
  KeyPolicyOptions,
  PepperOptions,
  Sha256,
  UsageOptions,
} from './core/latchkey-options.js'
export type { Leak, LeakAction, LeakOutcome, LeakPolicy } from './core/leak.js'
export type {
  Grant,
  Introspection,
  MachineTokens,
  PublicTokenKey,
  SigningKey,
  TokenClient,
  TokenError,
  TokenKeySet,
  TokenQuestion,
  TokenRefusal,
  TokenRequest,
  TokenService,
} from './core/machine-tokens.js'
export type { Span, Tracer } from './core/observe/tracer.js'
export type { Charge, RateDecision, RateLimiter, RatePlace } from './core/rate-limiter.js'
export type {
  SessionOptions,
  SessionOrganization,
  SessionProvider,
  SessionUser,
} from './core/session-provider.js'
export type { StoreChange, StoreCurrency } from './core/store-currency.js'
export type { KeyDigest, StoredKey, VerificationRecord } from './core/stored-key.js'
export { createMachineTokens, type MachineTokenOptions } from './core/tokens/create-machine-tokens.js'
export { generateSigningKey } from './core/tokens/generate-signing-key.js'
export { createLatchkey, type ServerLimitOptions, type ServerOptions } from './create-latchkey.js'
export {
  type CallerAddress,
  createCallerAddress,
  createHandler,
  type HandlerOptions,
  isTrustedOrigin,
  type JsonBody,
  type LeakErrorContext,
  type LeakReportsOptions,
  leakReportsHandler,
  type MetricsOptions,
  metricsHandler,
  problemResponse,
  readJsonBody,
  type TokenHandlerOptions,
  tokenHandler,
} from './http/index.js'
export { type MemoryRateLimitOptions, memoryRateLimits } from './limits/memory-rate-limits.js'
export {
  type AuthJsAuth,
  type AuthJsHandler,
  type AuthJsSession,
  authJsSession,
} from './sessions/auth-js-session.js'
export { type BetterAuthInstance, betterAuthSession } from './sessions/better-auth-session.js'
export { type DevelopmentPerson, developmentSession } from './sessions/development-session.js'
