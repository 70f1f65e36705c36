import { beforeAll, describe, expect, it } from 'vitest'
import type { SessionOptions } from '../../core/session-provider.js'
import { type ClerkSessionOptions, clerkSession } from './clerk-session.js'
import { type ClerkInstance, createClerkInstance, origin } from './signed-token.conformance.js'

let clerk: ClerkInstance
let other: ClerkInstance
beforeAll(async () => {
  clerk = await createClerkInstance()
  other = await createClerkInstance()
})

const ask = (fields: Record<string, string>, more: Partial<ClerkSessionOptions & SessionOptions> = {}) => {
  const { fresh = false, ...options } = more
  const session = clerkSession({ jwtKey: clerk.jwtKey, authorizedParties: [origin], ...options })
  return session({ headers: new Headers(fields) }, { fresh })
}
const withCookie = (token: string, more = '') => ask({ Cookie: `theme=dark; __session=${token}${more}` })

const ada = { id: 'user_ada', sessionId: 'sess_1', organization: null }
const now = () => Math.floor(Date.now() / 1000)

describe('a session of Clerk', () => {
  it('is the person whose token is in the cookie', async () => {
    expect(await withCookie(await clerk.sign())).toEqual(ada)
  })

  it('is found under the name with a suffix too, beside the tokens of other instances on the domain', async () => {
    const cookie = `__session=${await other.sign({ sub: 'user_eve' })}; __session_Ab-9_xYz=${await clerk.sign()}`
    expect(await ask({ Cookie: cookie })).toEqual(ada)
  })

  it('is the newest of several that hold', async () => {
    const older = await clerk.sign({ iat: now() - 30, sub: 'user_before' })
    expect(await ask({ Cookie: `__session=${older}; __session_Ab-9_xYz=${await clerk.sign()}` })).toEqual(ada)
    expect(await ask({ Cookie: `__session=${await clerk.sign()}; __session_Ab-9_xYz=${older}` })).toEqual(ada)
  })

  it('is read from Authorization, which then decides alone', async () => {
    const token = await clerk.sign({ sub: 'user_grace' })
    const Cookie = `__session=${await clerk.sign()}`
    expect(await ask({ Authorization: `Bearer ${token}`, Cookie })).toMatchObject({ id: 'user_grace' })
    const expired = await clerk.sign({ exp: now() - 60 })
    expect(await ask({ Authorization: `Bearer ${expired}`, Cookie })).toBeNull()
  })

  it('leaves what is no token in Authorization alone: a key of somebody else’s, another scheme', async () => {
    const Cookie = `__session=${await clerk.sign()}`
    for (const Authorization of ['Bearer acme_3ZFkzQWbT1aR', 'Basic eA==', 'Bearer', 'Bearer ..']) {
      expect(await ask({ Authorization, Cookie }), Authorization).toEqual(ada)
      expect(await ask({ Authorization }), Authorization).toBeNull()
    }
  })

  it('has the name that the token was given', async () => {
    expect(await withCookie(await clerk.sign({ name: 'Ada' }))).toEqual({ ...ada, name: 'Ada' })
  })

  it.each([
    ['version 2', { o: { id: 'org_1', slg: 'acme', rol: 'admin' } }],
    ['version 1', { v: undefined, org_id: 'org_1', org_slug: 'acme', org_role: 'org:admin' }],
  ])('has the organisation that the person acts for, in claims of %s', async (_, claims) => {
    const organization = { id: 'org_1', role: 'org:admin' }
    expect(await withCookie(await clerk.sign(claims))).toEqual({ ...ada, organization })
  })

  it('takes no organisation from claims of another version', async () => {
    expect(await withCookie(await clerk.sign({ org_id: 'org_1' }))).toEqual(ada)
    expect(await withCookie(await clerk.sign({ v: undefined, o: { id: 'org_1' } }))).toEqual(ada)
  })

  it('has no role where the token says none', async () => {
    const organization = { id: 'org_1', role: null }
    expect(await withCookie(await clerk.sign({ o: { id: 'org_1' } }))).toEqual({ ...ada, organization })
  })
})

describe('nobody', () => {
  it('is who sends no cookie', async () => {
    expect(await ask({})).toBeNull()
    expect(await ask({ Cookie: '__session=; other=1' })).toBeNull()
  })

  it.each([
    ['ran out, past the 5 seconds that are forgiven', { iat: 1, nbf: 1, exp: 100 }],
    ['is not valid yet', { nbf: now() + 60 }],
    ['is from the future', { iat: now() + 60 }],
    ['never ends', { exp: undefined }],
    ['was made for pages of another origin', { azp: 'https://evil.example.com' }],
    ['does not say for whose pages', { azp: undefined }],
    ['names no session, as what is minted of a template', { sid: undefined }],
    ['is of a sign-in that lacks a step', { sts: 'pending' }],
    ['names nobody', { sub: undefined }],
    ['names nobody in words', { sub: '' }],
    ['has an organisation without an id', { o: { rol: 'admin' } }],
  ])('is who sends a token that %s', async (_, claims) => {
    const token = await clerk.sign(claims)
    expect(await withCookie(token)).toBeNull()
    expect(await ask({ Authorization: `Bearer ${token}` })).toBeNull()
  })

  it('is who sends a token of another instance', async () => {
    expect(await withCookie(await other.sign())).toBeNull()
  })

  it('is who changes a token', async () => {
    const [head, , signature] = (await clerk.sign()).split('.')
    const payload = (await other.sign({ sub: 'user_eve' })).split('.')[1]
    expect(await withCookie(`${head}.${payload}.${signature}`)).toBeNull()
  })

  it('is who says that a token needs no signature', async () => {
    const [, payload, signature] = (await clerk.sign()).split('.')
    for (const alg of ['none', 'None', 'HS256']) {
      const head = btoa(JSON.stringify({ alg, typ: 'JWT' })).replaceAll('=', '')
      expect(await withCookie(`${head}.${payload}.`), alg).toBeNull()
      expect(await withCookie(`${head}.${payload}.${signature}`), alg).toBeNull()
    }
  })

  it('is who sends a token of another kind: of OAuth, of a template, of a machine', async () => {
    for (const header of [{ typ: 'at+jwt' }, { cat: 'cl_B7d4PD222AAA' }, { cat: 'cl_B7d4PD333AAA' }]) {
      expect(await withCookie(await clerk.sign({}, header)), JSON.stringify(header)).toBeNull()
    }
    expect(await withCookie(await clerk.sign({}, { cat: 'cl_B7d4PD111AAA' }))).toEqual(ada)
  })

  it('is whose browser has signed out, or in again, since the token was made', async () => {
    const token = await clerk.sign({ iat: now() - 20 })
    expect(await withCookie(token, `; __client_uat=${now() - 40}`)).toEqual(ada)
    expect(await withCookie(token, '; __client_uat=0')).toBeNull()
    expect(await withCookie(token, `; __client_uat=${now() - 10}`)).toBeNull()
    expect(await withCookie(token, '; __client_uat_Ab-9_xYz=0')).toEqual(ada)
  })

  it('is who sends more than anybody has: none beyond eight cookies, none beyond 8192 characters', async () => {
    const foreign = await other.sign()
    const many = Array.from({ length: 8 }, (_, index) => `__session_abcdefg${index}=${foreign}`).join('; ')
    expect(await ask({ Cookie: `${many}; __session=${await clerk.sign()}` })).toBeNull()
    expect(await withCookie(await clerk.sign({ pad: 'x'.repeat(8192) }))).toBeNull()
  })
})

describe('the settings', () => {
  it.each([
    ['no key', 'sk_test_whatever'],
    ['an empty one', ''],
    [
      'a private one',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----',
    ],
  ])('are refused with %s', (_, jwtKey) => {
    expect(() => clerkSession({ jwtKey, authorizedParties: [origin] })).toThrow('is not a public key')
  })

  it('are refused without the origins of the pages', () => {
    expect(() => clerkSession({ jwtKey: clerk.jwtKey, authorizedParties: [] })).toThrow('is empty')
  })

  it('take the key on one line too, as environments keep it', async () => {
    const jwtKey = clerk.jwtKey.replace(/\s*-----[A-Z ]+-----\s*|\n/g, '')
    expect(await ask({ Cookie: `__session=${await clerk.sign()}` }, { jwtKey })).toEqual(ada)
  })
})
