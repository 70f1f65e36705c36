import { type Asked, ask, percentile } from './ask.ts'
import { anyAddress, type Expectation, isAsExpected, makeTraffic } from './make-traffic.ts'
import { openDependencies } from './open-dependencies.ts'
import { inspectProcess, startInstance } from './start-instance.ts'
import { tally } from './tally.ts'

/*
 * Faults 25 and 30: ten thousand connections at once, each with one request, of mixed validity. An answer is right, or
 * says that the server is too busy (503); none lets in whom it should not, or refuses for another reason.
 *
 * node server-reference/faults/ten-thousand.ts [<connections> <MiB of heap that the app may use>]
 */

const [total = 10_000, heapMiB] = process.argv.slice(2).map(Number)
const dependencies = await openDependencies()
const app = await startInstance(
  dependencies.variables,
  heapMiB === undefined ? [] : [`--max-old-space-size=${heapMiB}`],
)
try {
  const traffic = await makeTraffic(app, { valid: 80, invalid: 10, revoked: 5, unknown: 5 })
  const before = inspectProcess(app.pid)
  let peakMiB = before.residentMiB
  const watch = setInterval(() => {
    if (app.isRunning()) peakMiB = Math.max(peakMiB, inspectProcess(app.pid).residentMiB)
  }, 100)
  const begun = performance.now()
  const asked = Array.from({ length: total }, traffic.pick)
  const answers = await Promise.all(asked.map(({ secret }) => ask(app.origin, secret, anyAddress())))
  const tookMs = performance.now() - begun
  clearInterval(watch)

  const outcomes = asked.map((expectation, index) => judge(expectation, answers[index]))
  const took = answers.map((answer) => answer.tookMs)
  console.log(`${total} at once, all done after ${(tookMs / 1000).toFixed(1)} s`)
  console.log(
    `answered after ${Math.round(percentile(took, 50))} ms (p50), ${Math.round(percentile(took, 99))} ms (p99)`,
  )
  console.log(tally(outcomes))
  if (!app.isRunning()) throw new Error(`The app has ended.\n${app.said().slice(-500)}`)
  await settle(before.files)
  const after = inspectProcess(app.pid)
  console.log(`memory: ${before.residentMiB} MiB before, ${peakMiB} at most, ${after.residentMiB} afterwards`)
  console.log(`open files: ${before.files} before, ${after.files} afterwards`)
  const again = await ask(app.origin, asked.find(({ kind }) => kind === 'valid')?.secret ?? '')
  console.log(`then a good key is answered ${again.status} after ${Math.round(again.tookMs)} ms`)
  if (again.status !== 200 || outcomes.some((outcome) => outcome.startsWith('WRONG'))) process.exitCode = 1
} finally {
  await app.stop()
  app.remove()
  await dependencies.remove()
}

function judge(expectation: Expectation, answer: Asked | undefined): string {
  const { status, code } = answer ?? { status: 0, code: null }
  if (isAsExpected(expectation, { status, code })) return `right ${expectation.kind}`
  if (status === 503) return 'too busy (503)'
  if (status === 0) return 'no answer'
  return `WRONG ${expectation.kind}: ${status} ${code}`
}

async function settle(files: number): Promise<void> {
  for (let turn = 0; turn < 100 && inspectProcess(app.pid).files > files + 20; turn += 1) {
    await new Promise((wake) => setTimeout(wake, 100))
  }
}
