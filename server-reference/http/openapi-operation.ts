import type { JsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { type ErrorCode, errors, type OperationName, operations } from '../../src/contract/index.js'
import { endpoints } from './endpoints.js'
import { toOpenApiSchema } from './openapi-schema.js'

export interface OperationObject {
  operationId: OperationName
  summary: string
  parameters: ParameterObject[]
  requestBody?: { required: true; content: Content }
  responses: Record<string, ResponseObject>
}

interface ParameterObject {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: unknown
  description?: string
}

interface ResponseObject {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content: Content
}

type Content = Record<string, { schema: JsonSchema }>

/** One operation of the contract: parameters and bodies from its schemas, statuses from the error table. */
export function toOperationObject(name: OperationName): OperationObject {
  const { query, body, answer } = endpoints[name]
  return {
    operationId: name,
    summary: summaries[name],
    parameters: [...pathParameters(name), ...queryParameters(query), ...headerParameters(name)],
    ...(writes(name) && { requestBody: { required: true, content: toContent('application/json', body) } }),
    responses: {
      [operations[name].status]: {
        description: summaries[name],
        content: toContent('application/json', answer),
      },
      ...toRefusals(name),
    },
  }
}

const summaries: Record<OperationName, string> = {
  list: 'List keys, page by page',
  create: 'Create a key; its secret is in this answer alone',
  bulk: 'Revoke, disable or enable several keys; each has its own result',
  usage: 'Requests per day of several keys',
  scopes: 'Scopes that can be granted',
  identify: 'Find a key by the SHA-256 of its secret',
  capabilities: 'What this server supports and enforces',
  get: 'Read a key',
  update: 'Change a key at the version that was read',
  rotate: 'Replace a key; the old one works until its overlap ends',
  revoke: 'End a key for good',
  activity: 'What happened to a key, newest first',
}

/** What every operation can answer, beside what the contract names for it. */
const everywhere = [
  'bad_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'validation_failed',
  'rate_limited',
  'internal_error',
  'store_unavailable',
] as const satisfies readonly ErrorCode[]

const ofWrites = ['payload_too_large', 'unsupported_media_type'] as const satisfies readonly ErrorCode[]

function toRefusals(name: OperationName): Record<string, ResponseObject> {
  const codes = new Set<ErrorCode>([
    ...everywhere,
    ...(writes(name) ? ofWrites : []),
    ...operations[name].errors,
  ])
  const statuses = new Set([...codes].map((code) => errors[code].status))
  const ofStatus = (status: number) => [...codes].filter((code) => errors[code].status === status)
  return Object.fromEntries([...statuses].map((status) => [status, toRefusal(status, ofStatus(status))]))
}

function toRefusal(status: number, codes: readonly ErrorCode[]): ResponseObject {
  const waits = status === 429 || status === 503
  const code = { type: 'string' as const, enum: [...codes] }
  return {
    description: codes.map((each) => errors[each].title).join('; '),
    ...(waits && {
      headers: { 'Retry-After': { description: 'Whole seconds to wait.', schema: { type: 'integer' } } },
    }),
    content: {
      'application/problem+json': {
        schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code } }] },
      },
    },
  }
}

function pathParameters(name: OperationName): ParameterObject[] {
  if (!operations[name].path.includes(':id')) return []
  return [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'A key id.' }]
}

function queryParameters(query: GenericSchema): ParameterObject[] {
  const { properties = {}, required = [] } = toOpenApiSchema(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function headerParameters(name: OperationName): ParameterObject[] {
  const codes: readonly ErrorCode[] = operations[name].errors
  const schema = { type: 'string' }
  const description = 'The version that was read, quoted.'
  const repeat = 'The same for every attempt at one act, at most 255 characters.'
  return [
    ...(codes.includes('version_required')
      ? [{ name: 'If-Match', in: 'header' as const, required: true, schema, description }]
      : []),
    ...(codes.includes('idempotency_conflict')
      ? [{ name: 'Idempotency-Key', in: 'header' as const, required: false, schema, description: repeat }]
      : []),
  ]
}

function toContent(mediaType: string, schema: GenericSchema): Content {
  return { [mediaType]: { schema: toOpenApiSchema(schema) } }
}

function writes(name: OperationName): boolean {
  return operations[name].method !== 'GET'
}
