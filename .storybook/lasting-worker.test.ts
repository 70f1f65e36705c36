import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, test, vi } from 'vitest'

const folder = join(import.meta.dirname, 'public')

test('MSW’s own worker unregisters itself when its last page goes; ours stays', async () => {
  expect(await unregisteredBy('mockServiceWorker.js')).toBe(1)
  expect(await unregisteredBy('lasting-worker.js')).toBe(0)
})

test('The worker is the one of the MSW that is installed', () => {
  const installed = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  expect(readFileSync(join(folder, 'mockServiceWorker.js'), 'utf8')).toBe(readFileSync(installed, 'utf8'))
})

/** How often a worker has unregistered itself once the only page has said that it closes. */
async function unregisteredBy(script: string): Promise<number> {
  const unregister = vi.fn(async () => true)
  const listeners = new Map<string, (event: object) => void>()
  const registration = { scope: 'http://localhost/', unregister }
  const clients = { matchAll: async () => [], get: async () => undefined }
  const cache = { match: async () => undefined, put: async () => undefined }
  const run = (name: string) => runInContext(readFileSync(join(folder, name), 'utf8'), worker)
  const worker = createContext({
    self: { registration, clients },
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    caches: { open: async () => cache, delete: async () => true },
    importScripts: (name: string) => run(name),
    Response,
    console,
  })
  run(script)
  await new Promise<void>((done) => {
    const waitUntil = (work: Promise<void>) => void work.then(done)
    listeners.get('message')?.({ source: { id: 'page' }, data: 'CLIENT_CLOSE', waitUntil })
  })
  return unregister.mock.calls.length
}
