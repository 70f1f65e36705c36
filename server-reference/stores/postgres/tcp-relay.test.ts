import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { resetSocket } from './tcp-relay.conformance.js'

test.each([false, true])(
  'A network that resets a connection lets go of it, so that the process can end; hanging up already: %s',
  async (isHangingUp) => {
    const server = createServer((socket) => socket.on('error', () => {}).resume())
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const address = server.address()
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    await once(socket, 'connect')
    const closed = once(socket, 'close')
    if (isHangingUp) socket.end()
    resetSocket(socket)
    expect(await closed).toEqual([false])
    server.close()
  },
)
