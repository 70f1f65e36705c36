import { describe, expect, it } from 'vitest'
import { errors, isOperationName, operations } from '../../src/contract/index.js'
import { toOpenApiDocument } from './openapi.js'

const document = toOpenApiDocument({ basePath: '/api/keys', realm: 'orders' })
const declared = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('The OpenAPI document', () => {
  it('Has every operation of the contract, at its method and path', () => {
    const expected = Object.entries(operations).map(([name, { method, path }]) => ({
      name,
      at: `${method} ${path.replace(':id', '{id}') || '/'}`,
    }))
    const found = declared.map(({ path, method, operation }) => ({
      name: operation.operationId,
      at: `${method.toUpperCase()} ${path}`,
    }))
    expect(sortedByName(found)).toEqual(sortedByName(expected))
  })

  it('Resolves every reference', () => {
    for (const reference of referencesIn(document)) {
      expect(resolve(document, reference), reference).toBeTypeOf('object')
    }
    expect(referencesIn(document)).toContain('#/components/schemas/ApiKey')
  })

  it.each(declared)('$method $path answers with the statuses of the table, and no other', ({ operation }) => {
    const name = operation.operationId
    if (!isOperationName(name)) throw new Error(name)
    const refusals = Object.keys(operation.responses).filter(
      (status) => status !== String(operations[name].status),
    )
    for (const code of operations[name].errors) expect(refusals).toContain(String(errors[code].status))
    for (const status of refusals) {
      const codes = codesOf(operation.responses[status])
      expect(codes.length).toBeGreaterThan(0)
      for (const code of codes) expect(errors[code as keyof typeof errors].status).toBe(Number(status))
    }
  })

  it.each(declared)('$method $path declares every parameter in its path', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const named = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
    expect(named).toEqual(inPath)
  })

  it('Asks for the version where an update needs it', () => {
    const update = declared.find(({ operation }) => operation.operationId === 'update')?.operation
    expect(update?.parameters).toContainEqual(expect.objectContaining({ name: 'If-Match', required: true }))
  })

  it('Defines the schemes that it asks for', () => {
    for (const scheme of document.security.flatMap(Object.keys)) {
      expect(document.components.securitySchemes).toHaveProperty(scheme)
    }
  })

  it('Refuses fields that it does not name, as the server does', () => {
    const create = declared.find(({ operation }) => operation.operationId === 'create')?.operation
    expect(create?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['name'],
      additionalProperties: false,
    })
  })
})

function sortedByName<T extends { name: string }>(items: T[]): T[] {
  return items.toSorted((one, other) => one.name.localeCompare(other.name))
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' ? [String(inner)] : referencesIn(inner),
  )
}

function resolve(root: unknown, reference: string): unknown {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], root)
}

function codesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'enum' && Array.isArray(inner) ? inner.map(String) : codesOf(inner),
  )
}
