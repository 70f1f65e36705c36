import { DatabaseSync } from 'node:sqlite'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { betterAuthSession } from 'latchkey/server'
import { expect, test } from 'vitest'
import { verifyBetterAuthKey } from './verify-better-auth-key.ts'

test('A key of the plugin is its owner’s, until it is disabled or deleted', async () => {
  const { api, auth, userId, create, signedIn } = await open()
  const verify = verifyBetterAuthKey(auth)
  const { id, key } = await create({ name: 'ci' })
  expect(await verify(key)).toBe(userId)
  expect(await verify(`${key}x`)).toBeNull()

  await api.updateApiKey({ body: { keyId: id, userId, enabled: false } })
  expect(await verify(key)).toBeNull()
  await api.updateApiKey({ body: { keyId: id, userId, enabled: true } })
  await api.deleteApiKey({ body: { keyId: id }, headers: signedIn })
  expect(await verify(key)).toBeNull()
})

test('Its permissions are asked for as scopes: all of them', async () => {
  const { auth, userId, create } = await open()
  const { key } = await create({ name: 'ci', permissions: { files: ['read', 'list'], orders: ['read'] } })
  expect(await verifyBetterAuthKey(auth, ['files:read', 'files:list', 'orders:read'])(key)).toBe(userId)
  expect(await verifyBetterAuthKey(auth, ['files:read', 'files:write'])(key)).toBeNull()
})

test('The names that the guide says have no counterpart, or another one, are the plugin’s', async () => {
  const { create } = await open()
  const made = await create({
    name: 'ci',
    prefix: 'acme_',
    expiresIn: 86_400,
    remaining: 10,
    refillAmount: 10,
    refillInterval: 1_000,
    rateLimitMax: 5,
    rateLimitTimeWindow: 60_000,
  })
  expect(made).toMatchObject({ prefix: 'acme_', remaining: 10, refillAmount: 10, rateLimitMax: 5 })
  expect(made.key.startsWith('acme_')).toBe(true)
})

test('A key that the plugin lets act as a session is a person to us, so the guide switches that off', async () => {
  for (const acts of [true, false]) {
    const { auth, userId, create } = await open({ enableSessionForAPIKeys: acts })
    const { key } = await create({ name: 'ci' })
    const headers = new Headers({ 'x-api-key': key })
    const person = await betterAuthSession(auth)({ headers }, { fresh: true })
    expect(person?.id ?? null).toBe(acts ? userId : null)
  }
})

/** A new app with the plugin, and somebody who has signed up. */
async function open(options: Parameters<typeof apiKey>[0] = {}) {
  const settings = {
    database: new DatabaseSync(':memory:'),
    secret: 'of-this-test-alone-'.repeat(2),
    baseURL: 'http://localhost:3000',
    emailAndPassword: { enabled: true },
    plugins: [apiKey({ enableMetadata: true, ...options })],
    telemetry: { enabled: false },
    logger: { disabled: true },
  }
  const { runMigrations } = await getMigrations(settings)
  await runMigrations()
  const auth = betterAuth(settings)
  const { api } = auth
  const signUp = await api.signUpEmail({
    body: { email: 'ada@example.com', password: 'correct horse', name: 'Ada' },
    asResponse: true,
  })
  const { user }: { user: { id: string } } = await signUp.json()
  const cookie = signUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const create = (body: Omit<NonNullable<Parameters<typeof api.createApiKey>[0]>['body'], 'userId'>) =>
    api.createApiKey({ body: { ...body, userId: user.id } })
  return { auth, api, userId: user.id, create, signedIn: new Headers({ cookie }) }
}
