import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTestBench } from './core/test-bench.conformance.js'
import { memoryRateLimits } from './limits/memory-rate-limits.js'
import { memoryStore } from './stores/memory/index.js'

const root = import.meta.dirname
const sources = ['core', 'http', 'next', 'frameworks', 'app', 'sessions', 'cli'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|conformance|e2e|http)\.ts$/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(root, folder, file), 'utf8') })),
)

const callersOf = (call: RegExp) =>
  sources
    .filter(({ text }) => call.test(text))
    .map(({ file }) => file)
    .toSorted()

describe('One function decides about keys (VF-1)', () => {
  it('and nobody else reads a credential, asks the store for it, or compares it', () => {
    expect(callersOf(/(?<!function )readCredential\(/)).toEqual([
      // Names the key that was claimed, in a log.
      'core/observe/observe-verifier.ts',
      'core/verification/create-verifier.ts',
    ])
    expect(callersOf(/\.findForVerification\(/)).toEqual([
      // Asks for an id that no key has, to see whether the store answers.
      'cli/doctor/check-store.ts',
      'core/observe/observe-health.ts',
      'core/verification/create-key-memory.ts',
    ])
    expect(callersOf(/\.compare\(/)).toEqual(['core/verification/create-verifier.ts'])
  })

  it('for the early look as for the request itself: both give one answer', async () => {
    const { issue, latchkey, present } = createTestBench({
      store: memoryStore(),
      limits: { limiter: memoryRateLimits(), failures: null },
    })
    const { key, secret } = await issue()
    const both = async (text: string) => [await present(text, { charge: false }), await present(text)]
    for (const text of [secret, `${secret}x`, secret.toUpperCase(), '', 'a b']) {
      const [early, late] = await both(text)
      expect(early).toMatchObject(late?.ok ? { ok: true, key: late.key } : { ...late })
    }
    await latchkey.management.revoke(
      { user: { id: 'ada', sessionId: 's' }, address: null, userAgent: null },
      key.id,
      {},
    )
    const [early, late] = await both(secret)
    expect([early, late]).toMatchObject([{ code: 'key_revoked' }, { code: 'key_revoked' }])
  })
})
