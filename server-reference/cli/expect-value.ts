import { errors } from '../../src/contract/index.js'
import type { Outcome } from '../core/latchkey.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'

/** What an operation answers, or the command's end. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  const { code, fields, detail } = outcome
  const more = Object.entries(fields ?? {}).map(([field, problem]) => `\n  ${field}: ${problem}`)
  const isBroken = code === 'store_unavailable' || code === 'internal_error'
  const exitCode = code === 'not_found' ? exitCodes.notFound : isBroken ? exitCodes.failed : exitCodes.refused
  const message =
    code === 'not_found'
      ? 'There is no such key. "latchkey list" shows those that there are.'
      : (detail ?? errors[code].detail)
  throw new CommandStop(exitCode, message + more.join(''))
}
