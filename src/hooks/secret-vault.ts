/**
 * The one place in the browser where a secret rests: module-private, so that no query cache, mutation cache, state,
 * devtool or storage ever meets one. Who reads it gets a string and must let go of it.
 */
const secrets = new Map<string, string>()

export function putSecret(keyId: string, secret: string): void {
  secrets.set(keyId, secret)
}

/** null: never held, or already forgotten. */
export function readSecret(keyId: string): string | null {
  return secrets.get(keyId) ?? null
}

export function forgetSecret(keyId: string): void {
  secrets.delete(keyId)
}
