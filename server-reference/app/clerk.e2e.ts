import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { createClerkInstance } from '../sessions/clerk/signed-token.conformance.ts'
import { choose, copyAndClose, createKey, issuedBy, rowOf, secretDialog } from './testing/key-page.ts'
import { callAsMachine } from './testing/machine.ts'
import { type RunningApp, startApp } from './testing/running-app.ts'

const root = join(import.meta.dirname, '../..')
const frontendApi = 'clerk.reference.example'
const publishableKey = `pk_live_${btoa(`${frontendApi}$`)}`
const clerkScript = join(root, 'node_modules/@clerk/clerk-js/dist/clerk.browser.js')

test.describe('The app with Clerk’s variables, and a session that was signed here', () => {
  let app: RunningApp
  let clerk: Awaited<ReturnType<typeof createClerkInstance>>

  test.beforeAll(async () => {
    // Builds what is stale.
    test.setTimeout(300_000)
    clerk = await createClerkInstance()
    app = await startApp([join(root, 'server-reference/serve.ts')], {
      CLERK_JWT_KEY: clerk.jwtKey.replaceAll('\n', '\\n'),
      CLERK_PUBLISHABLE_KEY: publishableKey,
      CLERK_SIGN_IN_URL: 'https://accounts.reference.example/sign-in',
      BETTER_AUTH_SECRET: '',
    })
  })

  test.afterAll(async () => {
    await app?.stop()
    app?.remove()
  })

  /** A token for ten minutes, so that nothing here hangs on the minute of a real one. */
  const sign = (claims: Record<string, unknown> = {}) =>
    clerk.sign({ azp: app.origin, exp: Math.floor(Date.now() / 1000) + 600, ...claims })

  async function signIn(context: BrowserContext, claims: Record<string, unknown> = {}): Promise<void> {
    await context.addCookies([{ name: '__session', value: await sign(claims), url: app.origin }])
  }

  /** The script is Clerk's own; what it asks its service is not answered. */
  async function serveClerk(page: Page): Promise<string[]> {
    const asked: string[] = []
    await page.route(`https://${frontendApi}/**`, async (route) => {
      const url = new URL(route.request().url())
      asked.push(url.pathname)
      if (!url.pathname.startsWith('/npm/')) return route.abort()
      const headers = { 'Access-Control-Allow-Origin': '*' }
      return route.fulfill({ path: clerkScript, contentType: 'text/javascript', headers })
    })
    return asked
  }

  test('one key goes through its whole life', async ({ page, context }) => {
    const orders = (secret: string) => callAsMachine(app.origin, 'GET /api/orders', secret)
    await serveClerk(page)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.origin })
    await signIn(context)
    await page.goto(`${app.origin}/settings`)

    const first = await test.step('It is made in the page', async () => {
      const secret = await createKey(page, { name: 'billing-worker', scopes: ['orders:read'] })
      expect(await copyAndClose(page)).toBe(secret)
      return secret
    })
    await test.step('It opens the protected route, and is not taken for a session', async () => {
      expect((await orders(first)).status).toBe(200)
      const whoami = await callAsMachine(app.origin, 'GET /api/whoami', first)
      expect(whoami.body).toMatchObject({ userId: null, keyId: first.split('_')[2] })
      const keys = await fetch(`${app.origin}/api/keys`, { headers: { Authorization: `Bearer ${first}` } })
      expect(keys.status).toBe(401)
    })
    const second = await test.step('Rotated with an hour of overlap, both work', async () => {
      await choose(page, rowOf(page, first), 'Rotate…')
      const dialog = page.getByRole('dialog', { name: 'Rotate key' })
      await dialog.getByRole('radio', { name: /^1 h/ }).check()
      const issued = issuedBy(page, /\/rotate$/)
      await dialog.getByRole('button', { name: 'Rotate key' }).click()
      const secret = await issued
      await secretDialog(page).getByRole('button', { name: 'Copy and close' }).click()
      await expect(secretDialog(page)).toBeHidden()
      expect([(await orders(first)).status, (await orders(secret)).status]).toEqual([200, 200])
      return secret
    })
    await test.step('Revoked, both are refused', async () => {
      for (const secret of [first, second]) {
        await choose(page, rowOf(page, secret), /^Revoke/)
        const dialog = page.getByRole('alertdialog')
        await expect(dialog).toBeVisible()
        const typed = dialog.getByRole('textbox')
        // Asked for where the key was used lately.
        if (await typed.isVisible()) await typed.fill('billing-worker')
        await dialog.getByRole('button', { name: 'Revoke key' }).click()
        await expect(dialog).toBeHidden()
        const refused = await orders(secret)
        expect([refused.status, refused.code]).toEqual([401, 'key_revoked'])
      }
    })
  })

  test('an organisation has keys of its own, which its members see and its admins change', async () => {
    const ask = async (path: string, claims: Record<string, unknown>, body?: unknown) =>
      fetch(app.origin + path, {
        method: body ? 'POST' : 'GET',
        headers: {
          Cookie: `__session=${await sign(claims)}`,
          Origin: app.origin,
          'Content-Type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    const namesFor = async (claims: Record<string, unknown>) => {
      const { keys } = await (await ask('/api/keys', claims)).json()
      return keys.map(({ name }: { name: string }) => name)
    }
    const admin = { sub: 'user_grace', o: { id: 'org_acme', rol: 'admin' } }
    const member = { sub: 'user_joan', o: { id: 'org_acme', rol: 'member' } }
    expect((await ask('/api/keys', admin, { name: 'nightly' })).status).toBe(201)
    expect(await namesFor(admin)).toEqual(['nightly'])
    expect(await namesFor(member)).toEqual(['nightly'])
    expect(await namesFor({ sub: 'user_grace' })).toEqual([])
    expect((await ask('/api/keys', member, { name: 'mine' })).status).toBe(403)
    expect((await ask('/api/consumers', member, { name: 'Mine' })).status).toBe(403)
    expect((await ask('/api/consumers', admin, { name: 'Ours' })).status).toBe(201)
  })

  test('whoever is signed out, or for whom the token ran out, is led to Clerk and back', async ({
    context,
  }) => {
    for (const claims of [null, { exp: 1 }]) {
      await context.clearCookies()
      if (claims) await signIn(context, claims)
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
      const headers = { Accept: 'text/html', Cookie: cookie }
      const asked = await fetch(`${app.origin}/settings?tab=1`, { redirect: 'manual', headers })
      const own = asked.headers.get('location') ?? ''
      expect([asked.status, own]).toEqual([307, '/sign-in?next=%2Fsettings%3Ftab%3D1'])
      const left = await fetch(app.origin + own, { redirect: 'manual', headers })
      const back = encodeURIComponent(`${app.origin}/settings?tab=1`)
      expect(left.headers.get('location')).toBe(
        `https://accounts.reference.example/sign-in?redirect_url=${back}`,
      )
      expect((await fetch(`${app.origin}/api/keys`, { headers })).status).toBe(401)
    }
  })

  test('there are no accounts beside Clerk’s', async () => {
    const body = JSON.stringify({ name: 'Eve', email: 'eve@example.com', password: 'correct horse battery' })
    const headers = { 'Content-Type': 'application/json', Origin: app.origin }
    const signUp = await fetch(`${app.origin}/api/auth/sign-up/email`, { method: 'POST', headers, body })
    expect(signUp.status).toBe(404)
    expect((await fetch(`${app.origin}/api/health`)).status).toBe(200)
  })

  test('the page runs Clerk’s own script, which the policy lets in', async ({ page, context }) => {
    const asked = await serveClerk(page)
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await signIn(context)
    await page.goto(`${app.origin}/settings`)
    await expect.poll(() => asked).toContain('/npm/@clerk/clerk-js@6/dist/clerk.browser.js')
    await expect.poll(() => asked.some((path) => path.startsWith('/v1/'))).toBe(true)
    const known = await page.evaluate('window.Clerk.publishableKey')
    expect(known).toBe(publishableKey)
    expect(refused).toEqual([])
  })

  test('whoever signs out does so by Clerk’s script, and sees the start page', async ({ page, context }) => {
    const standIn = `window.Clerk = {
      load: async () => {},
      signOut: async () => { document.cookie = '__session=; Max-Age=0; Path=/' },
    }`
    await page.route(`https://${frontendApi}/**`, (route) =>
      route.fulfill({
        body: standIn,
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
      }),
    )
    await signIn(context)
    await page.goto(`${app.origin}/settings`)
    await expect(page.locator('.lk-root[data-state=ready], .lk-root[data-state=empty]')).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/')
  })
})
