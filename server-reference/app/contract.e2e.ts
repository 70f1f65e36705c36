import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'

test('The running server keeps the contract, as the conformance suite sees it over HTTP', ({ origin }) => {
  test.setTimeout(180_000)
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const config = join(import.meta.dirname, 'testing/conformance.config.ts')
  const run = spawnSync(process.execPath, [vitest, 'run', '--config', config], {
    encoding: 'utf8',
    env: { ...process.env, LATCHKEY_SERVER_ORIGIN: origin, NO_COLOR: '1' },
  })
  expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0)
})
