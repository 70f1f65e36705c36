/** What is needed of `betterAuth({ plugins: [apiKey()] })`, which fits as it is. */
interface OldKeys {
  api: {
    verifyApiKey(input: {
      body: { key: string; permissions?: Record<string, string[]> }
    }): Promise<{ valid: boolean; key: { referenceId: string } | null }>
  }
}

/** Asks the plugin for the scopes of a route too: `files:read` is its `{ files: ['read'] }`. */
export function verifyBetterAuthKey(auth: OldKeys, scopes: readonly string[] = []) {
  const permissions: Record<string, string[]> = {}
  for (const scope of scopes) {
    const [resource = '', action = ''] = scope.split(':')
    permissions[resource] = [...(permissions[resource] ?? []), action]
  }

  /** Whose key it is: the id of a person, or of an organisation where the plugin has keys of those. */
  return async function verifyOldKey(key: string): Promise<string | null> {
    const found = await auth.api.verifyApiKey({ body: { key, ...(scopes.length > 0 && { permissions }) } })
    return found.valid ? (found.key?.referenceId ?? null) : null
  }
}
