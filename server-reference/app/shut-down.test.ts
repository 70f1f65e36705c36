import { describe, expect, test } from 'vitest'
import { createShutDown } from './shut-down.ts'

/** Writes down in which order things happen. `answer` ends the request that is running. */
function bench({ close = () => Promise.resolve() }: { close?: () => Promise<void> } = {}) {
  const done: string[] = []
  const running: (() => void)[] = []
  const shutDown = createShutDown({
    latchkey: {
      close: () => {
        done.push('close latchkey')
        return close()
      },
    },
    server: () => ({
      close: (finish) => {
        done.push('stop listening')
        running.push(finish)
      },
    }),
    exit: (code) => done.push(`exit ${code}`),
    onError: (error) => done.push(String(error)),
  })
  return {
    done,
    shutDown,
    answer: () =>
      running.forEach((finish) => {
        finish()
      }),
  }
}

describe('When the process is asked to end', () => {
  test('running requests are answered, then usage is written, then it ends', async () => {
    const { done, shutDown, answer } = bench()
    const ended = shutDown()
    expect(done).toEqual(['stop listening'])
    answer()
    await ended
    expect(done).toEqual(['stop listening', 'close latchkey', 'exit 0'])
  })

  test('a second signal changes nothing', async () => {
    const { done, shutDown, answer } = bench()
    const ended = [shutDown(), shutDown()]
    answer()
    await Promise.all(ended)
    expect(done).toEqual(['stop listening', 'close latchkey', 'exit 0'])
  })

  test('usage that could not be written is told, and the exit code says so', async () => {
    const { done, shutDown, answer } = bench({ close: () => Promise.reject(new Error('disk full')) })
    const ended = shutDown()
    answer()
    await ended
    expect(done.slice(2)).toEqual(['Error: disk full', 'exit 1'])
  })
})
