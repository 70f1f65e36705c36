import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startDeadline } from './start-deadline.js'

describe('A deadline', () => {
  it('is over where nothing comes', async () => {
    await new Promise<void>((resolve) => {
      startDeadline(1, resolve)
    })
  })

  it('is called off', async () => {
    let isOver = false
    const callOff = startDeadline(1, () => {
      isOver = true
    })
    callOff()
    await new Promise<void>((resolve) => {
      startDeadline(5, resolve)
    })
    expect(isOver).toBe(false)
  })

  it('hears first of an answer that came while the process itself was busy', async () => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('There is no port.')
    const client = connect(address.port, '127.0.0.1')
    const [socket] = await once(server, 'connection')
    if (client.connecting) await once(client, 'connect')
    const outcome = await new Promise<string>((resolve) => {
      const callOff = startDeadline(5, () => resolve('late'))
      client.once('data', () => {
        callOff()
        resolve('heard')
      })
      socket.write('answer')
      block(50)
    })
    client.destroy()
    server.close()
    expect(outcome).toBe('heard')
  })
})

/** Milliseconds in which the process hears of nothing. */
function block(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs)
}
