/** How long an Idempotency-Key is remembered, in milliseconds: 24 hours. */
export const idempotencyLifetimeMs = 24 * 60 * 60 * 1000

/**
 * How many different things of one kind are remembered as said about a key, such as networks it was used from. Beyond
 * it the oldest is forgotten, rather than the newest never said.
 */
export const maxNoticesPerKind = 1_000

/** For this long, in milliseconds, a revoked key stays in a list that asked for nothing in particular: 30 days. */
export const listRevokedForMs = 30 * 24 * 60 * 60 * 1000

/** From this age on, in milliseconds, a key that was never used, and not revoked, counts as `unused`: one day. */
export const unusedAfterMs = 24 * 60 * 60 * 1000
