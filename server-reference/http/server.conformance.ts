import { afterEach, beforeEach, describe, type TestContext } from 'vitest'
import { type OperationName, operationNames } from '../../src/contract/index.js'
import { describeIsolation } from './conformance/isolation.conformance.js'
import { describeLife } from './conformance/life.conformance.js'
import { describeListing } from './conformance/listing.conformance.js'
import { describeOperations } from './conformance/operations.conformance.js'
import { createPerson, type Person } from './conformance/person.conformance.js'
import { describeRefusals } from './conformance/refusals.conformance.js'
import { describeRepetition } from './conformance/repetition.conformance.js'

/** One server with two people who do not know each other, as far as a test can see it: from outside. */
export interface ServerUnderTest {
  /** Where the operations live, such as `http://127.0.0.1:3000/api/keys`. */
  baseUrl: string
  /** A fetch that carries this person's sign-in; null: nobody's. */
  as(person: PersonName | null): typeof fetch
  /**
   * Calls a route that keys protect, with all of these scopes needed; 2xx when the key opens it.
   * Absent: the server protects nothing, and what keys open is not looked at.
   */
  verify?: ((secret: string, requiredScopes?: readonly Scope[]) => Promise<Response>) | undefined
  close?: (() => Promise<void>) | undefined
  /** What the server declares in its capabilities; cases about the rest are left out. @default every operation */
  operations?: readonly OperationName[] | undefined
  /** false: keys are those of a service, in a shape of its own. @default true */
  makesOwnKeys?: boolean | undefined
}

export type PersonName = 'ada' | 'grace'

/** The scopes that a server under test must have in its catalogue. */
export type Scope = 'orders:read' | 'orders:write'

/** What the cases share: made anew for each of them. */
export interface Cast {
  server: ServerUnderTest
  ada: Person
  grace: Person
  nobody: Person
}

/**
 * The contract, as a promise of a whole server. `open` is called for each case and gives two people without keys;
 * it may reuse the server and sign up new people.
 */
export function describeServer(name: string, open: () => ServerUnderTest | Promise<ServerUnderTest>): void {
  describe(name, () => {
    let cast: Cast | undefined

    beforeEach(async () => {
      const server = await open()
      cast = {
        server,
        ada: createPerson(server, 'ada'),
        grace: createPerson(server, 'grace'),
        nobody: createPerson(server, null),
      }
    })

    afterEach(async () => {
      await cast?.server.close?.()
      cast = undefined
    })

    const castNow = (): Cast => {
      if (!cast) throw new Error('Latchkey: the cast is there only while a case runs.')
      return cast
    }

    describeLife(castNow)
    describeOperations(castNow)
    describeListing(castNow)
    describeRepetition(castNow)
    describeRefusals(castNow)
    describeIsolation(castNow)
  })
}

/** Leaves a case out where the server does not declare what it is about. */
export function requireOffered({ server }: Cast, context: TestContext, name: OperationName): void {
  if (!offers(server, name)) context.skip(`this server does not offer ${name}`)
}

export function offers({ operations = operationNames }: ServerUnderTest, name: OperationName): boolean {
  return operations.includes(name)
}
