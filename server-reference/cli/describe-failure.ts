import { redactKeys } from '../../src/contract/index.js'
import { CommandStop } from './command-stop.js'
import { toPrintable } from './to-printable.js'

/** What to say of something that was thrown: its message and its causes', and no key (OP-1). One line, but for our own words. */
export function describeFailure(error: unknown): string {
  if (error instanceof CommandStop) {
    return error.message
      .split('\n')
      .map((line) => toPrintable(redactKeys(line)))
      .join('\n')
  }
  const messages: string[] = []
  for (let cause = error; cause !== undefined && cause !== null; ) {
    const message = messageOf(cause)
    if (message !== '' && !messages.some((told) => told.includes(message))) messages.push(message)
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return toPrintable(redactKeys(messages.join(': ').replaceAll('.: ', ': ')))
}

function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  // A connection that was tried on several addresses.
  if (thrown instanceof AggregateError && thrown.message === '')
    return thrown.errors.map(messageOf).join('; ')
  return thrown.message || thrown.name
}
