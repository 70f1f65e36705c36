import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { copyAndClose, createKey, secretDialog } from './testing/key-page.ts'
import { callAsMachine } from './testing/machine.ts'
import { signUp } from './testing/person.ts'

test('Once its dialog is closed, the secret is nowhere but with the person who copied it', async ({
  page,
  context,
  origin,
}) => {
  const urls: string[] = []
  const said: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  page.on('framenavigated', (frame) => urls.push(frame.url()))
  page.on('console', (message) => said.push(message.text()))
  await signUp(page, 'Ada')
  const secret = await createKey(page, { name: 'ci-deploy', scopes: ['orders:read'] })
  const part = secret.split('_')[3]?.slice(0, 43) ?? ''
  expect(part).toHaveLength(43)

  await test.step('UI-2: while it is shown, it is in no attribute', async () => {
    await expect(secretDialog(page)).toBeVisible()
    expect(await attributesWith(part)).toEqual([])
  })

  await copyAndClose(page)
  expect((await callAsMachine(origin, 'GET /api/orders', secret)).status).toBe(200)
  await page.reload()
  await expect(page.getByText('ci-deploy').first()).toBeVisible()

  await test.step('UI-1: not in the page, its addresses, its storage or its console', async () => {
    expect(await page.content()).not.toContain(part)
    expect(urls.join('\n')).not.toContain(part)
    expect(said.join('\n')).not.toContain(part)
    const state = await context.storageState({ indexedDB: true })
    expect(JSON.stringify(state)).not.toContain(part)
    const session = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, history.state]))
    expect(session).not.toContain(part)
  })

  await test.step('ST-1: not in the database, nor in its journal', async () => {
    const folder = process.env.E2E_FOLDER ?? ''
    const files = readdirSync(folder).filter((name) => name.startsWith('latchkey.db'))
    expect(files).toContain('latchkey.db')
    for (const file of files) expect(readFileSync(join(folder, file)).includes(part), file).toBe(false)
  })

  function attributesWith(text: string): Promise<string[]> {
    return page.evaluate((secretPart) => {
      const found: string[] = []
      for (const element of document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          if (value.includes(secretPart)) found.push(`${element.tagName} ${name}`)
        }
        if (element instanceof HTMLInputElement && element.value.includes(secretPart))
          found.push('INPUT value')
      }
      return found
    }, text)
  }
})
