export interface SecretVault {
  put(keyId: string, secret: string): void
  /** null: never held, or already forgotten. */
  read(keyId: string): string | null
  forget(keyId: string): void
}

/**
 * The one place in the browser where a secret rests: in a closure, so that no query cache, mutation cache, state,
 * devtool or storage ever meets one. Who reads it gets a string and must let go of it. Each desk has its own: one
 * that closes late must not empty another's.
 */
export function createSecretVault(): SecretVault {
  const secrets = new Map<string, string>()
  return {
    put: (keyId, secret) => void secrets.set(keyId, secret),
    read: (keyId) => secrets.get(keyId) ?? null,
    forget: (keyId) => void secrets.delete(keyId),
  }
}
