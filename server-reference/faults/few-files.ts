import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { ask } from './ask.ts'
import { makeTraffic } from './make-traffic.ts'
import { openDependencies } from './open-dependencies.ts'
import { inspectProcess, startInstance } from './start-instance.ts'
import { tally } from './tally.ts'

/*
 * Fault 29: the app may open next to no further file, while connections come and PostgreSQL ends those it has. Linux
 * only (prlimit). Meanwhile nobody is let in or refused wrongly; afterwards all is well.
 */

const dependencies = await openDependencies()
const app = await startInstance(dependencies.variables)
try {
  const traffic = await makeTraffic(app, { valid: 60, revoked: 40 }, 40)
  const setLimit = (soft: number) =>
    spawnSync('prlimit', ['--pid', String(app.pid), `--nofile=${soft}:20000`])
  const { files } = inspectProcess(app.pid)
  setLimit(files + 8)
  const idle = Array.from({ length: 100 }, () =>
    connect(Number(new URL(app.origin).port), '127.0.0.1').on('error', () => undefined),
  )
  const during = await askAll(200)
  for (const socket of idle) socket.destroy()
  setLimit(20_000)
  const begun = performance.now()
  while ((await askAll(20)).some(({ isRight }) => !isRight)) {
    if (performance.now() - begun > 60_000) throw new Error('Not well again')
  }
  const wellMs = performance.now() - begun
  console.log(`${files} files were open, ${files + 8} were allowed, and 100 clients came who said nothing`)
  console.log(`meanwhile: ${tally(during.map(({ outcome }) => outcome))}`)
  console.log(`well again ${Math.round(wellMs)} ms after the limit was lifted`)
  if (during.some(({ isRight, status }) => !isRight && status !== 0 && status !== 503)) process.exitCode = 1

  async function askAll(times: number) {
    return Promise.all(
      Array.from({ length: times }, async () => {
        const { kind, secret, status: expected } = traffic.pick()
        const { status } = await ask(app.origin, secret)
        const outcome = status === 0 ? 'no connection' : `${kind} ${status}`
        return { status, isRight: status === expected, outcome }
      }),
    )
  }
} finally {
  await app.stop()
  app.remove()
  await dependencies.remove()
}
