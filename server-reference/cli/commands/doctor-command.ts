import type { Command } from '../command.js'
import { commonOptions } from '../common-options.js'
import { describeFailure } from '../describe-failure.js'
import { describePlace } from '../describe-place.js'
import { checkClock } from '../doctor/check-clock.js'
import { checkImportedKeys } from '../doctor/check-imported-keys.js'
import { checkLimiter } from '../doctor/check-limiter.js'
import { checkProxy } from '../doctor/check-proxy.js'
import { checkSchema } from '../doctor/check-schema.js'
import { checkSecrets } from '../doctor/check-secrets.js'
import { checkStore } from '../doctor/check-store.js'
import { checkTokens } from '../doctor/check-tokens.js'
import type { Finding } from '../doctor/finding.js'
import { exitCodes } from '../exit-codes.js'
import { inspectDatabase } from '../inspect-database.js'
import { paint } from '../paint.js'
import { readPlace } from '../read-place.js'
import { toPrintable } from '../to-printable.js'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Looks whether all is well: schema, store, secrets, tokens, imported keys, limiter, proxy, clock.',
  words: '',
  maxWords: 0,
  options: {
    url: {
      value: '<address>',
      text: 'a guarded route of the running app: asked without a key, it must answer 401',
    },
    ...commonOptions,
  },
  notes:
    'Changes nothing. Answers 1 where something has to be mended; a warning alone is 0.\n--json: { "healthy": true, "checks": [{ "name", "status": "ok" | "warning" | "fault" | "skipped", "says", "mend" }] }',
  async run(call) {
    const { terminal } = call
    const place = readPlace(call)
    const clock = { wallMs: terminal.now(), monotonicMs: terminal.monotonicMs() }
    const inspection = await inspectDatabase(place, { withKeys: true }).catch((error: unknown) =>
      describeFailure(error),
    )
    const findings: Finding[] = [
      checkSchema(inspection, describePlace(place)),
      await checkStore(place, inspection, terminal),
      ...checkSecrets(terminal.env, inspection),
      ...(await checkTokens(terminal.env)),
      ...checkImportedKeys(terminal.env, inspection),
      await checkLimiter(terminal.env.REDIS_URL, terminal.now),
      await checkProxy(call.text('url'), terminal.fetch),
      // Last: what went by meanwhile is what the two clocks are compared over.
      checkClock(clock, inspection, terminal),
    ]
    const healthy = !findings.some(({ status }) => status === 'fault')
    if (call.isSet('json')) terminal.print(JSON.stringify({ healthy, checks: findings }))
    else for (const finding of findings) terminal.print(toLine(finding, terminal.hasColours.print))
    return healthy ? exitCodes.done : exitCodes.failed
  },
}

const colours = { ok: 'green', warning: 'yellow', fault: 'red', skipped: 'dim' } as const

function toLine({ name, status, says, mend }: Finding, hasColours: boolean): string {
  const line = `${paint(colours[status], status.padEnd(8), hasColours)} ${name.padEnd(9)} ${toPrintable(says)}`
  return mend === null ? line : `${line}\n${' '.repeat(19)}${toPrintable(mend)}`
}
