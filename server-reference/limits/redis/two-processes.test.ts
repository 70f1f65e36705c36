import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPrefix, requireSharedRedis, sharedRedisUrl } from './redis-server.conformance.js'
import type { Task } from './second-process.conformance.js'

const body = fileURLToPath(new URL('./second-process.conformance.ts', import.meta.url))
const sourceImports = new URL('../../stores/conformance/source-imports.conformance.ts', import.meta.url).href

describe('Two processes on one Redis', () => {
  let processes: ChildProcess[] = []

  beforeAll(async () => {
    await requireSharedRedis()
    processes = [1, 2].map(() => fork(body, { execArgv: ['--import', sourceImports] }))
  })
  afterAll(() => {
    for (const one of processes) one.kill()
  })

  it('hold a limit exactly, whoever is faster', async () => {
    const prefix = newPrefix()
    for (let round = 0; round < 10; round += 1) {
      const task = { url: sharedRedisUrl, prefix, subject: `round-${round}`, limit: 50, times: 100 }
      const passed = await Promise.all(processes.map((one) => ask(one, task)))
      expect(passed.reduce((sum, one) => sum + one, 0)).toBe(50)
    }
  })
})

function ask(one: ChildProcess, task: Task): Promise<number> {
  return new Promise((resolve, reject) => {
    one.once('exit', () => reject(new Error('The process ended before it answered.')))
    one.once('message', (answer: { passed: number }) => {
      one.removeAllListeners('exit')
      resolve(answer.passed)
    })
    one.send(task)
  })
}
