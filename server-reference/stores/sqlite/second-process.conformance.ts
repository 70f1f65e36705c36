import type { ApiKeyStore } from '../../core/api-key-store.js'
import { sqliteStore } from './index.js'
import type { Answer, Call } from './remote-store.conformance.js'

/** The body of a process that tests start: it opens stores and does with them what it is told. */

const stores = new Map<string, ApiKeyStore>()

process.on('message', (call: Call) => {
  void perform(call).then(
    (value) => answer({ id: call.id, ok: true, value }),
    (error: unknown) => answer({ id: call.id, ok: false, message: String(error) }),
  )
})

async function perform({ path, method, args }: Call): Promise<unknown> {
  const store = stores.get(path) ?? sqliteStore({ path, busyTimeoutMs: 5_000 })
  stores.set(path, store)
  if (method === 'close') stores.delete(path)
  // The parent's types bind method and arguments together; a message cannot say so.
  const perform = store[method] as (...args: unknown[]) => Promise<unknown>
  return await perform(...args)
}

function answer(message: Answer): void {
  process.send?.(message)
}
