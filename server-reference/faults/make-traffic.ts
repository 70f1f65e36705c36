import { randomInt } from 'node:crypto'
import { checksumOf, errors } from 'latchkey/contract'
import { postAs, type RunningApp } from '../app/testing/running-app.ts'
import { type Asked, ask } from './ask.ts'

/** What a request must be answered, whatever else happens. */
export interface Expectation {
  kind: string
  secret: string
  status: number
  code: string | null
}

export function isAsExpected(expected: Expectation, { status, code }: Omit<Asked, 'tookMs'>): boolean {
  return status === expected.status && code === expected.code
}

/** Requests of several kinds, each with its share of a hundred. */
export interface Traffic {
  pick(): Expectation
  all: readonly Expectation[]
}

export type Shares = Partial<Record<'valid' | 'invalid' | 'revoked' | 'unknown' | 'limited', number>>

/** Makes keys through the app, so that what is presented later is what people have. */
export async function makeTraffic(app: RunningApp, shares: Shares, validKeys = 180): Promise<Traffic> {
  const groups = new Map<keyof Shares, Expectation[]>()
  const people = await Promise.all(Array.from({ length: Math.ceil(validKeys / 90) + 1 }, app.signUp))
  const makeKey = (person: number, more?: Parameters<RunningApp['createKey']>[2]) =>
    app.createKey(['orders:read'], people[person], more)

  const valid = await inParts(validKeys, (index) => makeKey(1 + Math.floor(index / 90)))
  groups.set('valid', valid.map(expecting('valid', null)))
  groups.set(
    'invalid',
    valid.map((secret) => `${secret.slice(0, -1)}~`).map(expecting('invalid', 'invalid_key')),
  )
  groups.set('unknown', valid.map(toUnknown).map(expecting('unknown', 'invalid_key')))

  const revoked = await inParts(20, () => makeKey(0))
  for (const secret of revoked) {
    await postAs(people[0] ?? '', app.origin, `/api/keys/${secret.split('_')[2]}/revoke`, {})
  }
  groups.set('revoked', revoked.map(expecting('revoked', 'key_revoked')))

  const limited = await inParts(10, () => makeKey(0, { rateLimit: { limit: 1, windowSeconds: 86_400 } }))
  for (const secret of limited) await ask(app.origin, secret)
  groups.set('limited', limited.map(expecting('limited', 'rate_limited')))

  const lots = Object.entries(shares).flatMap(([kind, share]) =>
    Array<Expectation[]>(share).fill(groups.get(kind as keyof Shares) ?? []),
  )
  return { pick: () => pickOne(pickOne(lots)), all: [...groups.values()].flat() }
}

/** Another one each time, so that nobody is taken for somebody who guesses. */
export function anyAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`
}

type Refusal = 'invalid_key' | 'key_revoked' | 'rate_limited'

function expecting(kind: string, code: Refusal | null) {
  const status = code === null ? 200 : errors[code].status
  return (secret: string): Expectation => ({ kind, secret, status, code })
}

/** Of the right shape and checksum, and nobody's. */
function toUnknown(secret: string): string {
  const [brand, environment, id = '', rest = ''] = secret.split('_')
  const body = `${brand}_${environment}_${id.split('').toReversed().join('')}_${rest.slice(0, 43)}`
  return body + checksumOf(body)
}

/** Few at once: a server that has just started, or has little memory, may refuse a change as too late. */
async function inParts(count: number, make: (index: number) => Promise<string>): Promise<string[]> {
  const made: string[] = []
  while (made.length < count) {
    const part = Array.from({ length: Math.min(4, count - made.length) }, (_, index) => made.length + index)
    const outcomes = await Promise.allSettled(part.map(make))
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    if (failed.length === part.length && made.length > 0) throw failed[0]?.reason
    made.push(...outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])))
  }
  return made
}

function pickOne<T>(values: readonly T[]): T {
  const value = values[randomInt(values.length)]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}
