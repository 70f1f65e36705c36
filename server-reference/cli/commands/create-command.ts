import * as v from 'valibot'
import { createInputSchema, toInstant } from '../../../src/contract/index.js'
import { checkScopes } from '../check-scopes.js'
import type { Call, Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { commonOptions } from '../common-options.js'
import { describeKey, toListedKey } from '../describe-key.js'
import { exitCodes } from '../exit-codes.js'
import { expectValue } from '../expect-value.js'
import { operator } from '../operator.js'
import { parseDuration } from '../parse-duration.js'
import { printSecret } from '../print-secret.js'
import { readBrand } from '../read-brand.js'
import { withLatchkey } from '../with-latchkey.js'

export const createCommand: Command = {
  name: 'create',
  summary: 'Makes a key and shows its secret, once.',
  words: '',
  maxWords: 0,
  options: {
    consumer: { value: '<id>', text: 'whom the key speaks for; needed' },
    name: { value: '<name>', text: 'needed; each of a consumer’s keys has its own' },
    description: { value: '<text>', text: 'what it is for' },
    scope: { value: '<name>', multiple: true, text: 'what it may do; several times, or joined by commas' },
    expires: {
      value: '<when>',
      text: '90d, 12h, an instant such as 2027-01-31T00:00:00Z, or never; else 90d',
    },
    environment: { value: '<name>', text: 'live or test; else live' },
    brand: {
      value: '<word>',
      text: 'what the key begins with, as in the app’s code; else LATCHKEY_BRAND, else lk',
    },
    address: {
      value: '<range>',
      multiple: true,
      text: 'from where alone it may be used, such as 10.0.0.0/8',
    },
    'rate-limit': {
      value: '<n/time>',
      text: 'requests in a time, such as 600/60s; else the server’s default',
    },
    'known-scopes': {
      value: '<names>',
      multiple: true,
      text: 'refuse other scopes; else LATCHKEY_SCOPES, else any will do',
    },
    ...commonOptions,
  },
  notes:
    'The secret alone goes to the standard output, all else to the error output:\n  SECRET=$(latchkey create --consumer acme --name ci --scope orders:read)',
  async run(call) {
    const { terminal } = call
    const input = readInput(call)
    const brand = readBrand(call)
    checkScopes(call, input.scopes ?? [])
    return withLatchkey(call, async (open) => {
      const latchkey = open({
        brand,
        environments: [input.environment ?? 'live'],
        scopes: (input.scopes ?? []).map((name) => ({ name, description: name })),
      })
      const created = await latchkey.management.create(operator(), input, { idempotencyKey: null })
      const { key, secret } = expectValue(created)
      const now = terminal.now()
      if (call.isSet('json')) terminal.print(JSON.stringify({ key: toListedKey(key, now), secret }))
      else {
        terminal.say(`${describeKey(key, now)}\n`)
        printSecret(terminal, secret)
      }
      return exitCodes.done
    })
  },
}

function readInput(call: Call) {
  const { text, texts, terminal } = call
  if (!text('consumer') || !text('name')) throw usage('--consumer and --name are needed.')
  const parsed = v.safeParse(createInputSchema, {
    consumerId: text('consumer'),
    name: text('name'),
    description: text('description'),
    environment: text('environment'),
    expiresAt: readExpiry(text('expires'), terminal.now()),
    scopes: [...texts('scope')],
    ipAllowlist: [...texts('address')],
    rateLimit: readRate(text('rate-limit')),
  })
  if (parsed.success) return parsed.output
  const problems = parsed.issues.map(({ path, message }) => {
    const field = String(path?.[0]?.key ?? '')
    return `--${optionOf[field] ?? field}: ${shapeOf[field] ?? message}`
  })
  throw usage(problems.join('\n'))
}

const optionOf: Readonly<Record<string, string>> = {
  consumerId: 'consumer',
  expiresAt: 'expires',
  scopes: 'scope',
  ipAllowlist: 'address',
  rateLimit: 'rate-limit',
}

/** Where the contract's words are for a field of JSON, and not for a word at the command line. */
const shapeOf: Readonly<Record<string, string>> = {
  consumerId: 'Use 1 to 128 letters, digits and _ . : -',
  environment: 'Write live or test.',
  expiresAt: 'Write a time such as 90d or 12h, an instant such as 2027-01-31T00:00:00Z, or never.',
}

function readExpiry(text: string | undefined, now: number): string | null | undefined {
  if (text === undefined) return undefined
  if (text === 'never') return null
  const seconds = parseDuration(text)
  return seconds === null ? text : toInstant(now + seconds * 1000)
}

function readRate(text: string | undefined) {
  if (text === undefined) return undefined
  const [limit = '', time = ''] = text.split('/')
  const windowSeconds = parseDuration(time)
  if (/^\d{1,7}$/.test(limit) && windowSeconds !== null) return { limit: Number(limit), windowSeconds }
  throw usage('--rate-limit must be requests in a time, such as 600/60s.')
}

function usage(message: string): CommandStop {
  return new CommandStop(exitCodes.usage, message)
}
