import { execFile } from 'node:child_process'
import { expect } from '@playwright/test'
import { startQuickStart } from './quick-start-app.ts'
import { test } from './server-reference/app/testing/app-test.ts'
import { createKey } from './server-reference/app/testing/key-page.ts'
import { signUp } from './server-reference/app/testing/person.ts'
import { readShellCommands } from './shell-commands.ts'

/*
 * What the guides tell people to type is typed: against the reference server where they speak of it, and against an app
 * that holds the quick start's files word for word.
 */

test('The calls in the READMEs are answered as they say', async ({ page, origin }) => {
  await signUp(page, 'Ada')
  const secret = await createKey(page, { name: 'from-the-guide', scopes: ['orders:read'] })
  for (const guide of ['README.md', 'server-reference/README.md']) {
    expect(await answersIn(guide, origin, secret)).toEqual(saidIn(guide))
  }
})

test('The quick start in Next works as it stands, without a sign-in', async ({ page }) => {
  // Compiled first, as in development.
  test.setTimeout(300_000)
  const app = await startQuickStart()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isIcon = message.location().url.endsWith('/favicon.ico')
    if (message.type() === 'error' && !isIcon) complaints.push(message.text())
  })
  try {
    await page.goto(`${app.origin}/settings`)
    await expect(page.getByRole('button', { name: 'Create your first key' })).toBeVisible({ timeout: 60_000 })
    const secret = await createKey(page, { name: 'from-the-guide', scopes: ['orders:read'] })
    const guide = 'stories/quick-start.mdx'
    expect(await answersIn(guide, app.origin, secret)).toEqual(saidIn(guide))
    expect(complaints).toEqual([])
  } finally {
    await app.stop()
  }
})

/** With the calls to the app that the README has built meanwhile, too: the reference server has the same routes. */
const callsIn = (guide: string) =>
  readShellCommands().filter((each) => each.guide === guide && each.command.startsWith('curl '))

function saidIn(guide: string): string[] {
  const said = callsIn(guide).map(({ command, status }) => `${command}: ${status}`)
  expect(said.length).toBeGreaterThan(0)
  return said
}

/** Typed into a shell one after the other, as people do. */
async function answersIn(guide: string, origin: string, secret: string): Promise<string[]> {
  const answers: string[] = []
  for (const { command } of callsIn(guide)) {
    const said = await typed(command.replace('localhost:3000', origin), { API_KEY: secret })
    answers.push(`${command}: ${/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? said}`)
  }
  return answers
}

function typed(command: string, variables: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((answer, fail) => {
    const env = { ...process.env, ...variables }
    execFile('sh', ['-c', command], { env }, (error, said) => (error ? fail(error) : answer(said)))
  })
}
