import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ApiKeyStore } from '../../core/api-key-store.js'

export interface Call {
  id: number
  /** Path of a SQLite file, or `postgres://…`. */
  address: string
  method: Method
  args: unknown[]
}

/** A process proves nothing to another one's memory. */
export type Method = Exclude<keyof ApiKeyStore, 'currency' | 'changeTimeoutMs'>

export type Answer = { id: number; ok: true; value: unknown } | { id: number; ok: false; message: string }

export interface RemoteProcess {
  /** A store that lives in that process. What it resolves is acknowledged: it was heard here. */
  store(address: string): ApiKeyStore
  /** `kill -9`. Resolves once the process is gone; calls without an answer reject. */
  kill(): Promise<void>
}

export interface ProcessOptions {
  /** No file of that process grows beyond so many blocks, of half a KiB or one: a disk that is full. */
  maxFileBlocks?: number | undefined
}

/** Starts a second process that opens stores on this one's behalf. */
export function startProcess({ maxFileBlocks }: ProcessOptions = {}): RemoteProcess {
  const node = [
    process.execPath,
    '--no-warnings',
    '--import',
    source('./source-imports.conformance.ts'),
    source('./second-process.conformance.ts'),
  ]
  const limit = maxFileBlocks === undefined ? '' : `ulimit -f ${maxFileBlocks} && `
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, ...node], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const call = createCaller(child)
  return {
    store: (address) => {
      const method = <Name extends Method>(name: Name) =>
        // The other process runs this very interface, so the answer has the method's own type.
        ((...args: unknown[]) => call(address, name, args)) as ApiKeyStore[Name]
      return {
        findForVerification: method('findForVerification'),
        consumersOf: method('consumersOf'),
        listConsumers: method('listConsumers'),
        findByDigest: method('findByDigest'),
        get: method('get'),
        list: method('list'),
        insert: method('insert'),
        update: method('update'),
        rotate: method('rotate'),
        revoke: method('revoke'),
        replaceDigest: method('replaceDigest'),
        recordUsage: method('recordUsage'),
        recordExpired: method('recordExpired'),
        usage: method('usage'),
        activity: method('activity'),
        recordEvent: method('recordEvent'),
        findDue: method('findDue'),
        claimNotices: method('claimNotices'),
        suspendConsumer: method('suspendConsumer'),
        forgetUsage: method('forgetUsage'),
        close: method('close'),
      }
    },
    kill: async () => {
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      await gone
    },
  }
}

function createCaller(child: ChildProcess) {
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let calls = 0
  child.on('message', (answer: Answer) => {
    const waiting = open.get(answer.id)
    open.delete(answer.id)
    if (answer.ok) waiting?.resolve(answer.value)
    else waiting?.reject(new Error(answer.message))
  })
  child.on('close', () => {
    for (const { reject } of open.values()) reject(new Error('The process is gone.'))
    open.clear()
  })
  return (address: string, method: Call['method'], args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      calls += 1
      open.set(calls, { resolve, reject })
      const message: Call = { id: calls, address, method, args }
      child.send(message, (error) => {
        if (error) reject(error)
      })
    })
}

function source(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
