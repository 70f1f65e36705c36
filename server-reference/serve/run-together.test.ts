import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** Whatever runs has a line to here, so that its end is seen whoever would have to reap it. */
let lines: Server
const open = new Set<Socket>()

beforeEach(async () => {
  lines = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
  })
  lines.listen(0, '127.0.0.1')
  await once(lines, 'listening')
})

afterEach(() => {
  // Without its line a program ends, so that no test leaves one behind.
  for (const socket of open) socket.destroy()
  lines.close()
})

describe('Programs that run together', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'all end on %s, with what they started',
    async (signal) => {
      const runner = run(['-e', runsTwo()])
      await untilRunning(4)
      runner.kill(signal)
      expect(await once(runner, 'exit')).toEqual([0, null])
      await untilRunning(0)
    },
  )

  test('all end when the process that started them was killed', async () => {
    const starter = run(['-e', starts(runsTwo())])
    await untilRunning(4)
    starter.kill('SIGKILL')
    await untilRunning(0)
  })

  test('all end when npm was killed, though the shell that it has started lives on', async () => {
    const shell = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(['-e', starts(runsTwo())])})`
    const npm = run(['-e', `${shell}; setInterval(() => {}, 1000)`], { npm_lifecycle_event: 'start' })
    await untilRunning(4)
    npm.kill('SIGKILL')
    await untilRunning(0)
  })

  test('all end when one ends, and it is said which', async () => {
    const runner = run(['-e', runsTwo({ first: "process.stderr.write('no room'); process.exit(3)" })])
    let said = ''
    runner.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    expect(await once(runner, 'close')).toEqual([1, null])
    expect(said).toBe('no room\nfirst ended by itself (3).\n')
    await untilRunning(0)
  })
})

function run(args: readonly string[], variables: Record<string, string> = {}): ChildProcess {
  const { npm_lifecycle_event: _, ...env } = process.env
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, ...variables },
  })
}

/** As npm does: it has a child of its own. */
function program(): string {
  const lasts = `require('node:net').connect(${port()}, '127.0.0.1').on('close', () => process.exit())`
  return `${lasts}; require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(lasts)}])`
}

function runsTwo({ first = program() } = {}): string {
  const parts = Object.entries({ first, second: program() }).map(([name, source]) => ({
    name,
    command: [process.execPath, '-e', source],
  }))
  const module = JSON.stringify(join(import.meta.dirname, 'run-together.ts'))
  return `import(${module}).then(({ runTogether }) => runTogether(${JSON.stringify(parts)}, '/'))`
}

function starts(source: string): string {
  const args = JSON.stringify(['-e', source])
  return `require('node:child_process').spawn(process.execPath, ${args}).on('exit', () => process.exit())`
}

async function untilRunning(count: number): Promise<void> {
  while (open.size !== count) await wait(20)
}

function port(): number {
  const address = lines.address()
  if (address === null || typeof address === 'string') throw new Error('Nothing listens.')
  return (address satisfies AddressInfo).port
}
