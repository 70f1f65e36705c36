import type { ApiKeyStore } from '../../core/api-key-store.js'
import { postgresStore } from '../postgres/index.js'
import { sqliteStore } from '../sqlite/index.js'
import type { Answer, Call } from './remote-store.conformance.js'

/** The body of a process that tests start: it opens stores and does with them what it is told. */

const stores = new Map<string, ApiKeyStore>()

process.on('message', (call: Call) => {
  void perform(call).then(
    (value) => answer({ id: call.id, ok: true, value }),
    (error: unknown) => answer({ id: call.id, ok: false, message: String(error) }),
  )
})

async function perform({ address, method, args }: Call): Promise<unknown> {
  const store = stores.get(address) ?? open(address)
  stores.set(address, store)
  if (method === 'close') stores.delete(address)
  // The parent's types bind method and arguments together; a message cannot say so.
  const perform = store[method] as (...args: unknown[]) => Promise<unknown>
  return await perform(...args)
}

function open(address: string): ApiKeyStore {
  return address.startsWith('postgres:')
    ? postgresStore({ url: address, timeoutMs: 5_000 })
    : sqliteStore({ path: address, busyTimeoutMs: 5_000 })
}

function answer(message: Answer): void {
  process.send?.(message)
}
