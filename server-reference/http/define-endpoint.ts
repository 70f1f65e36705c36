import * as v from 'valibot'
import type { Caller, OfferedManagement, Outcome } from '../core/latchkey.js'
import { isPoisonous } from './parse-strict-json.js'

/** One operation as HTTP sees it: what it takes, what it answers, and how it is run on raw input. */
export interface Endpoint {
  query: v.GenericSchema
  body: v.GenericSchema
  answer: v.GenericSchema
  run(raw: RawExchange): Promise<Outcome<unknown>>
}

/** Query and body as they came, parsed as JSON at most. */
export type RawExchange = Omit<Exchange<unknown, unknown>, 'query'> & { query: URLSearchParams }

export interface Exchange<Query, Body> {
  management: OfferedManagement
  caller: Caller
  /** '' where the path has none. */
  id: string
  query: Query
  /** null for an operation without a body. */
  body: Body
  headers: Headers
}

/** A parameter that no operation knows is refused, so that nobody believes it took effect. */
export const noQuery = v.strictObject({})

export const noBody = v.null()

/** For what a service does not offer. */
export async function notOffered(): Promise<Outcome<never>> {
  return { ok: false, code: 'not_found', detail: 'This server does not offer this operation.' }
}

export function defineEndpoint<
  Query extends v.GenericSchema,
  Body extends v.GenericSchema,
  Answer extends v.GenericSchema,
>(parts: {
  query: Query
  body: Body
  answer: Answer
  run(exchange: Exchange<v.InferOutput<Query>, v.InferOutput<Body>>): Promise<Outcome<v.InferInput<Answer>>>
}): Endpoint {
  const { query, body, answer } = parts
  return { query, body, answer, run }

  async function run(raw: RawExchange): Promise<Outcome<unknown>> {
    const plainQuery = toPlainQuery(raw.query)
    if (!plainQuery.ok) return invalid(plainQuery.fields)
    const parsedQuery = v.safeParse(query, plainQuery.value)
    if (!parsedQuery.success) return invalid(toFields(parsedQuery.issues))
    const parsedBody = v.safeParse(body, raw.body)
    if (!parsedBody.success) return invalid(toFields(parsedBody.issues))
    const outcome = await parts.run({ ...raw, query: parsedQuery.output, body: parsedBody.output })
    // Only fields of the contract leave: a store that hands out a whole row must not publish its digest.
    return outcome.ok ? { ok: true, value: v.parse(answer, outcome.value) } : outcome
  }
}

type PlainQuery = { ok: true; value: Record<string, string> } | { ok: false; fields: Record<string, string> }

function toPlainQuery(query: URLSearchParams): PlainQuery {
  const value: Record<string, string> = {}
  for (const [name, text] of query) {
    if (isPoisonous(name)) return { ok: false, fields: { '': 'Remove the reserved parameter name.' } }
    if (Object.hasOwn(value, name)) return { ok: false, fields: { [name]: 'Send this parameter once.' } }
    // PostgreSQL refuses NUL in any text; no parameter has a use for it.
    if (text.includes('\0')) return { ok: false, fields: { [name]: 'Remove the NUL character.' } }
    value[name] = text
  }
  return { ok: true, value }
}

function toFields(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message
  return fields
}

function invalid(fields: Record<string, string>): Outcome<never> {
  return { ok: false, code: 'validation_failed', fields }
}
