import { connect } from 'node:net'
import { ask, percentile } from './ask.ts'
import { makeTraffic } from './make-traffic.ts'
import { inspectProcess, startInstance } from './start-instance.ts'

/* Fault 28: 500 clients that send a header byte per second. They are cut off, and everybody else is answered meanwhile. */

const clients = 500
const app = await startInstance()
try {
  const traffic = await makeTraffic(app, { valid: 1 }, 20)
  const before = inspectProcess(app.pid)
  const begun = performance.now()
  const lastedMs: number[] = []
  const slow = Array.from({ length: clients }, () => {
    const socket = connect(Number(new URL(app.origin).port), '127.0.0.1')
    socket.write('GET /api/orders HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const timer = setInterval(() => socket.write('x'), 1_000)
    socket.on('error', () => undefined)
    socket.resume()
    return new Promise<void>((closed) =>
      socket.on('close', () => {
        clearInterval(timer)
        lastedMs.push(performance.now() - begun)
        closed()
      }),
    )
  })
  let isOver = false
  const others: { status: number; tookMs: number }[] = []
  const load = (async () => {
    while (!isOver) {
      others.push(await ask(app.origin, traffic.pick().secret))
      await new Promise((wake) => setTimeout(wake, 50))
    }
  })()
  await Promise.all(slow)
  isOver = true
  await load
  const statuses = new Set(others.map(({ status }) => status))
  const tookMs = others.map((other) => other.tookMs)
  const [first, last] = [Math.min(...lastedMs), Math.max(...lastedMs)].map((ms) => (ms / 1_000).toFixed(1))
  console.log(`${clients} slow clients were cut off after ${first} to ${last} s`)
  console.log(
    `${others.length} others were answered ${[...statuses]}, after ${Math.round(percentile(tookMs, 99))} ms (p99)`,
  )
  console.log(`open files: ${before.files} before, ${inspectProcess(app.pid).files} afterwards`)
  if (statuses.size !== 1 || !statuses.has(200)) process.exitCode = 1
} finally {
  await app.stop()
  app.remove()
}
