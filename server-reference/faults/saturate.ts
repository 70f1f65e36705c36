import autocannon, { type Result } from 'autocannon'
import { codeIn } from './ask.ts'
import { anyAddress, type Expectation, isAsExpected, makeTraffic } from './make-traffic.ts'
import { openDependencies } from './open-dependencies.ts'
import { inspectProcess, startInstance } from './start-instance.ts'
import { tally } from './tally.ts'

/*
 * `npm run bench:load`: the app as in production, on PostgreSQL and Redis, with as many requests as it can answer for
 * a minute, of which a quarter must be refused. Fails where one answer is wrong, and shows what the app wrote to its log.
 *
 * npm run bench:load [-- <seconds> <connections>]
 */

const [seconds = 60, connections = 10] = process.argv.slice(2).map(Number)
const shares = { valid: 75, invalid: 5, unknown: 5, revoked: 10, limited: 5 }

const dependencies = await openDependencies()
const app = await startInstance(dependencies.variables)
try {
  const traffic = await makeTraffic(app, shares, 360)
  const wrong: string[] = []
  const right: string[] = []
  const expected = new WeakMap<object, Expectation>()

  const result = await new Promise<Result>((finished, failed) => {
    autocannon(
      {
        url: app.origin.replace('localhost', '127.0.0.1'),
        connections,
        duration: seconds,
        requests: [
          {
            method: 'GET',
            path: '/api/orders',
            setupRequest: (request, context) => {
              const expectation = traffic.pick()
              expected.set(context, expectation)
              const headers = {
                Authorization: `Bearer ${expectation.secret}`,
                'X-Forwarded-For': anyAddress(),
              }
              return { ...request, headers: { ...request.headers, ...headers } }
            },
            onResponse: (status, body, context) => {
              const expectation = expected.get(context)
              if (!expectation) return wrong.push('an answer to nothing')
              const code = codeIn(body)
              if (isAsExpected(expectation, { status, code })) right.push(expectation.kind)
              else wrong.push(`${expectation.kind}: ${status} ${code}`)
            },
          },
        ],
      },
      (error, done) => (error ? failed(error) : finished(done)),
    )
  })

  const { latency, requests } = result
  console.log(`${requests.total} requests in ${seconds} s, ${Math.round(requests.average)} in a second`)
  console.log(`answered after ${latency.p50} ms (p50), ${latency.p99} ms (p99), ${latency.max} ms at most`)
  console.log(`right: ${tally(right)}`)
  console.log(
    `wrong: ${tally(wrong)}; 5xx: ${result['5xx']}; without an answer: ${result.errors + result.timeouts}`,
  )
  console.log(`memory of the app afterwards: ${inspectProcess(app.pid).residentMiB} MiB`)
  if (wrong.length > 0 || result['5xx'] > 0 || result.errors + result.timeouts > 0) {
    console.log(app.said().slice(-2_000))
    process.exitCode = 1
  }
} finally {
  await app.stop()
  app.remove()
  await dependencies.remove()
}
