import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { limitPatience } from './limit-patience.ts'

const server = createServer({ connectionsCheckingInterval: 10 }, (_request, response) =>
  response.end('hello'),
)
afterEach(() => server.close())

describe('Clients that send a byte at a time (fault 28)', () => {
  test('are told so and cut off, while others are answered', async () => {
    limitPatience(server, { headersMs: 50, requestMs: 100 })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const slow = [
      'GET / HTTP/1.1\r\nHost: localhost\r\nX-',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{',
    ].map(async (begin) => {
      const socket = connect(port, '127.0.0.1')
      socket.write(begin)
      let said = ''
      socket.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
      await once(socket, 'close')
      return said
    })
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('hello')
    const [headers = ''] = await Promise.all(slow)
    expect(headers).toMatch(/^HTTP\/1.1 408 /)
  })

  test('hold no connection by asking for an upgrade, which nobody offers', async () => {
    limitPatience(server)
    server.on('upgrade', () => {})
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const address = server.address()
    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
    const [said] = await once(socket.setEncoding('utf8'), 'data')
    expect(said).toMatch(/^HTTP\/1.1 200 /)
    socket.destroy()
  })

  test('have ten seconds for headers and thirty for all of it', () => {
    limitPatience(server)
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 30_000])
  })
})
