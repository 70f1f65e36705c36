import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postAs } from '../app/testing/running-app.ts'
import { ask } from './ask.ts'
import { openDependencies } from './open-dependencies.ts'
import { startInstance } from './start-instance.ts'

/*
 * Fault 19 over HTTP: the wall clock of the app jumps, an hour ahead, then a day back, then to where it was. Prints
 * what each kind of key is answered, and what the app logged of its clock. Fails where a revoked key works, where one
 * that was refused as expired works again (OP-12), where a good one does not, or where the log tells of another number
 * of jumps than the one by a day.
 */

const folder = mkdtempSync(join(tmpdir(), 'latchkey-clock-'))
const shift = join(folder, 'shift')
const dependencies = await openDependencies()
const app = await startInstance({ ...dependencies.variables, SHIFTED_CLOCK: shift }, [
  '--import',
  join(import.meta.dirname, 'shifted-clock.ts'),
])
try {
  const person = await app.signUp()
  const make = async (fields: object) => {
    const body = { name: `k ${Math.random()}`, scopes: ['orders:read'], ...fields }
    const created: { secret: string } = await (await postAs(person, app.origin, '/api/keys', body)).json()
    return created.secret
  }
  const secrets = {
    good: await make({}),
    'ends in half an hour': await make({ expiresAt: new Date(Date.now() + 1_800_000).toISOString() }),
    'the same, not asked while it is over': await make({
      expiresAt: new Date(Date.now() + 1_800_000).toISOString(),
    }),
    revoked: await make({}),
    'limit of 1 a day, used': await make({ rateLimit: { limit: 1, windowSeconds: 86_400 } }),
  }
  await postAs(person, app.origin, `/api/keys/${secrets.revoked.split('_')[2]}/revoke`, {})
  await ask(app.origin, secrets['limit of 1 a day, used'])

  console.log(`| wall clock | ${Object.keys(secrets).join(' | ')} |`)
  console.log(`| --- ${'| --- '.repeat(Object.keys(secrets).length)}|`)
  let wasExpired = false
  for (const [name, hours] of [
    ['right', 0],
    ['an hour ahead', 1],
    ['a day back', -24],
    ['right again', 0],
  ] as const) {
    writeFileSync(shift, String(hours * 3_600_000))
    process.kill(app.pid, 'SIGUSR2')
    const answers: string[] = []
    for (const [kind, secret] of Object.entries(secrets)) {
      if (hours === 1 && kind === 'the same, not asked while it is over') {
        answers.push('')
        continue
      }
      const { status, code } = await ask(app.origin, secret)
      answers.push(code === null ? String(status) : `${status} ${code}`)
      wasExpired ||= code === 'key_expired'
      const isRefused = kind === 'revoked' || (kind === 'ends in half an hour' && wasExpired)
      if ((isRefused && status !== 401) || (kind === 'good' && status !== 200)) process.exitCode = 1
    }
    console.log(`| ${[name, ...answers].join(' | ')} |`)
    // What was gathered is written once a second.
    await new Promise((wake) => setTimeout(wake, 1_500))
  }
  // Proxy and routes are two programs to Next, each with a Latchkey of its own, and each tells of a jump once.
  const told = app.said().match(/the wall clock was set back by \d+ seconds/g) ?? []
  console.log(`Logged: ${told.join('; ')}.`)
  if (told.length === 0 || told.length > 2 || new Set(told).size !== 1 || !wasExpired) process.exitCode = 1
} finally {
  await app.stop()
  app.remove()
  rmSync(folder, { recursive: true })
  await dependencies.remove()
}
