import { type ApiKeyStore, createLatchkey, type Latchkey, memoryRateLimits } from 'latchkey/server'

/** A latchkey with one key, made as everybody makes one, whose row can be copied. */
export async function openLatchkey(
  store: ApiKeyStore,
  maxKeysInMemory: number,
): Promise<{ latchkey: Latchkey; keyId: string; secret: string }> {
  const latchkey = createLatchkey({
    store,
    session: () => null,
    authorize: () => true,
    policy: { maxKeys: null },
    scopes: [{ name: 'orders:read', description: 'Read orders' }],
    limits: { limiter: memoryRateLimits(), default: { limit: 1_000_000, windowSeconds: 1 } },
    maxKeysInMemory,
  })
  const caller = { user: { id: 'bench', sessionId: null }, address: null, userAgent: null }
  const created = await latchkey.management.create(
    caller,
    { name: `bench ${Math.random()}`, scopes: ['orders:read'] },
    { idempotencyKey: null },
  )
  if (!created.ok || created.value.secret === null) throw new Error('No key was made.')
  return { latchkey, keyId: created.value.key.id, secret: created.value.secret }
}
