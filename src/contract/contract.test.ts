import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { errors, isErrorCode, refusalCodes } from './error-code.js'
import { isKeyId } from './key-id.js'
import { isOperationName, operationNames } from './operation-names.js'
import { operations } from './operations.js'
import { toProblem } from './problem.js'
import { createInputSchema, identifyInputSchema, listQuerySchema, updateInputSchema } from './requests.js'
import { operationPath } from './routes.js'

describe('errors', () => {
  it('name only codes of the table, in operations and refusals', () => {
    const named = [...refusalCodes, ...Object.values(operations).flatMap((operation) => operation.errors)]
    expect(named.filter((code) => !isErrorCode(code))).toEqual([])
    expect(isErrorCode('toString')).toBe(false)
  })

  it('become problems whose status is the one of the table (HT-7)', () => {
    expect(toProblem('key_revoked')).toMatchObject({ status: errors.key_revoked.status, code: 'key_revoked' })
  })

  it('use the registered type for an exceeded quota (HT-10)', () => {
    expect(toProblem('rate_limited').type).toBe(
      'https://iana.org/assignments/http-problem-types#quota-exceeded',
    )
  })
})

describe('operations', () => {
  it('put the id into the path, escaped', () => {
    expect(operationPath('rotate', 'a/b')).toBe('/a%2Fb/rotate')
    expect(operationPath('list')).toBe('')
  })

  it('are listed by name, and nothing that every object has is one', () => {
    expect(operationNames).toEqual(Object.keys(operations))
    expect(isOperationName('rotate')).toBe(true)
    expect(isOperationName('toString')).toBe(false)
  })
})

describe('the id of a key (KF-3)', () => {
  it('has sixteen letters and digits', () => {
    expect(isKeyId('0123456789abcXYZ')).toBe(true)
    for (const text of [
      '',
      'bulk',
      '0123456789abcXY',
      '0123456789abcXYZ0',
      '0123456789abcXY\0',
      '0123456789abcXY\n',
      'äbcdefghijklmnop',
    ]) {
      expect(isKeyId(text), text).toBe(false)
    }
  })
})

describe('requests (MG-4)', () => {
  it('refuse fields that nobody would act on', () => {
    expect(v.safeParse(createInputSchema, { name: 'ci', role: 'admin' }).success).toBe(false)
    expect(v.safeParse(updateInputSchema, { revokedAt: null }).success).toBe(false)
  })

  it('have no wildcard scope (MG-5)', () => {
    expect(v.safeParse(createInputSchema, { name: 'ci', scopes: ['*'] }).success).toBe(false)
  })

  it('count a scope once, however often it is named', () => {
    expect(v.parse(createInputSchema, { name: 'ci', scopes: ['a', 'b', 'a'] }).scopes).toEqual(['a', 'b'])
  })

  it('identify by a hash and nothing else', () => {
    expect(v.safeParse(identifyInputSchema, { sha256: 'A'.repeat(64) }).success).toBe(false)
  })

  it('fill in what a list leaves open', () => {
    expect(v.parse(listQuerySchema, { status: 'active,expiring' })).toEqual({
      status: ['active', 'expiring'],
      sort: '-createdAt',
      limit: 25,
    })
  })

  it.each(['0', '101', '-1', '1e2', '٣', ''])('a page of "%s" keys is refused', (limit) => {
    expect(v.safeParse(listQuerySchema, { limit }).success).toBe(false)
  })
})
