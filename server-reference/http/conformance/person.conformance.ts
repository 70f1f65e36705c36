import * as v from 'valibot'
import { expect } from 'vitest'
import {
  type ApiKey,
  type CreateInput,
  createdSchema,
  type ErrorCode,
  errors,
  keyAnswerSchema,
  type OperationName,
  operationPath,
  operations,
  type Rotated,
  rotatedSchema,
  type UpdateInput,
} from '../../../src/contract/index.js'
import type { PersonName, ServerUnderTest } from '../server.conformance.js'

/** Somebody at a server, who speaks the contract. */
export interface Person {
  send(name: OperationName, call?: Call): Promise<Answer>
  /** Any request at all; `path` is below the base. */
  request(path: string, init: RequestInit): Promise<Answer>
  create(input?: Partial<CreateInput>): Promise<{ key: ApiKey; secret: string }>
  get(id: string): Promise<ApiKey>
  update(key: ApiKey, input: UpdateInput): Promise<ApiKey>
  rotate(id: string, overlapSeconds: number): Promise<Rotated & { secret: string }>
  revoke(id: string): Promise<ApiKey>
}

export interface Call {
  id?: string
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** undefined where the body is no JSON. */
  json: unknown
}

/** An id that no server has given out. */
export const unknownId = 'ZZZZ0000ZZZZ0000'

export function createPerson(server: ServerUnderTest, name: PersonName | null): Person {
  const fetchAs = server.as(name)
  const origin = new URL(server.baseUrl).origin
  let names = 0

  return { send, request, create, get, update, rotate, revoke }

  async function request(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetchAs(`${server.baseUrl}${path}`, init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: toJson(text) }
  }

  async function send(operation: OperationName, call: Call = {}): Promise<Answer> {
    const { method } = operations[operation]
    const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
    const writing = { 'Content-Type': 'application/json', Origin: origin }
    return request(operationPath(operation, call.id) + query, {
      method,
      headers: { ...(method !== 'GET' && writing), ...call.headers },
      ...(method !== 'GET' && { body: JSON.stringify(call.body ?? {}) }),
    })
  }

  async function create(input: Partial<CreateInput> = {}) {
    names += 1
    const body = { name: `key ${names}`, scopes: ['orders:read'], ...input }
    return withSecret(v.parse(createdSchema, succeeded(await send('create', { body }), 201)))
  }

  async function get(id: string) {
    return v.parse(keyAnswerSchema, succeeded(await send('get', { id }))).key
  }

  async function update(key: ApiKey, body: UpdateInput) {
    const headers = { 'If-Match': `"${key.version}"` }
    return v.parse(keyAnswerSchema, succeeded(await send('update', { id: key.id, body, headers }))).key
  }

  async function rotate(id: string, overlapSeconds: number) {
    const answer = await send('rotate', { id, body: { overlapSeconds } })
    return withSecret(v.parse(rotatedSchema, succeeded(answer, 201)))
  }

  async function revoke(id: string) {
    return v.parse(keyAnswerSchema, succeeded(await send('revoke', { id }))).key
  }
}

/** The body of an answer that went well. */
export function succeeded(answer: Answer, status: 200 | 201 = 200): unknown {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('Content-Type')).toContain('application/json')
  expect(answer.headers.get('Cache-Control')).toContain('no-store')
  return answer.json
}

/** An answer is the problem that the table has for this code, and nothing that was not asked for. */
export function expectProblem(answer: Answer, code: ErrorCode): void {
  expect(answer.json, answer.text).toMatchObject({
    code,
    status: errors[code].status,
    title: errors[code].title,
  })
  expect(answer.status).toBe(errors[code].status)
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
  expect(answer.headers.get('Cache-Control')).toContain('no-store')
}

/** Lower-case hexadecimal digits, as `identify` wants them. */
export async function toSha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function withSecret<T extends { secret: string | null }>(made: T): T & { secret: string } {
  const { secret } = made
  if (secret === null) throw new Error('Latchkey: a first answer must carry the secret.')
  return { ...made, secret }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
