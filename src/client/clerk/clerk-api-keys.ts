/**
 * What is needed of the `clerk` that `useClerk()` gives, or of `window.clerk`: any object that has Clerk's `apiKeys`.
 */
export interface ClerkWithApiKeys {
  /** Looked up at each call: before Clerk has loaded there is none. */
  readonly apiKeys?: ClerkApiKeys | undefined
}

/** Clerk's `clerk.apiKeys`, as far as it is needed here. */
export interface ClerkApiKeys {
  getAll(params: {
    subject?: string
    initialPage?: number
    pageSize?: number
  }): Promise<{ data: readonly object[]; total_count: number }>
  create(params: {
    name: string
    subject?: string
    description?: string
    secondsUntilExpiration?: number
  }): Promise<object>
  revoke(params: { apiKeyID: string; revocationReason?: string }): Promise<object>
}
