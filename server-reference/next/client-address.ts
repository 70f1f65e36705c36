/** Reads the caller's address from a request's headers. null: unknown, which a key's allowlist refuses. */
export type ClientAddress = (request: { headers: Headers }) => string | null
