/** Better Auth's client with its API key plugin, `apiKeyClient()` of `@better-auth/api-key/client`, as far as it is needed here. */
export interface BetterAuthWithApiKeys {
  readonly apiKey: BetterAuthApiKeys
}

export interface BetterAuthApiKeys {
  list(input: {
    query: { configId?: string; organizationId?: string; sortBy?: string; sortDirection?: 'asc' | 'desc' }
    fetchOptions: BetterAuthCall
  }): Promise<BetterAuthAnswer>
  get(input: {
    query: { id: string; configId?: string }
    fetchOptions: BetterAuthCall
  }): Promise<BetterAuthAnswer>
  create(input: {
    name: string
    /** In seconds from now. */
    expiresIn?: number
    configId?: string
    organizationId?: string
    fetchOptions: BetterAuthCall
  }): Promise<BetterAuthAnswer>
  update(input: {
    keyId: string
    name?: string
    enabled?: boolean
    /** In seconds from now; null: never. */
    expiresIn?: number | null
    configId?: string
    fetchOptions: BetterAuthCall
  }): Promise<BetterAuthAnswer>
  delete(input: { keyId: string; configId?: string; fetchOptions: BetterAuthCall }): Promise<BetterAuthAnswer>
}

/** What its client is told of one call. */
export interface BetterAuthCall {
  /** Whatever the host has set: here an error is a value. */
  throw: false
  signal?: AbortSignal
  onError(context: { response: Response }): void
}

/** An answer, or an error of Better Auth in its place. */
export interface BetterAuthAnswer {
  data: unknown
  error: unknown
}
