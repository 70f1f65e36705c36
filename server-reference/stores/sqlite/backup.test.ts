import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { ada, createTestBench } from '../../core/test-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()
const open = (path: string) =>
  createTestBench({ store: sqliteStore({ path }), limits: { limiter: memoryRateLimits() } })

describe('A backup (OP-9)', () => {
  it('holds nothing that opens a door: no secret, in no file, before or after it is compacted', async () => {
    const path = newPath()
    const { issue, present, latchkey } = open(path)
    const { secret } = await issue()
    await present(secret)
    await present(`${secret.slice(0, -1)}!`)
    await latchkey.flush()
    const filesHold = (text: string) =>
      readdirSync(dirname(path)).some((file) => readFileSync(join(dirname(path), file)).includes(text))
    expect(filesHold('ada')).toBe(true)
    expect(filesHold(secret.split('_')[3]?.slice(0, 20) ?? '')).toBe(false)
    await latchkey.close()
    expect(filesHold(secret.split('_')[3]?.slice(0, 20) ?? '')).toBe(false)
  })

  it('brings back a key that was revoked after it was made, until it is revoked again', async () => {
    const path = newPath()
    const before = open(path)
    const { key, secret } = await before.issue()
    const backup = newPath()
    mkdirSync(dirname(backup), { mode: 0o700 })
    const database = new DatabaseSync(path)
    database.prepare('VACUUM INTO ?').run(backup)
    database.close()
    await before.latchkey.management.revoke(ada, key.id, { reason: 'leaked' })
    expect(await before.present(secret)).toMatchObject({ code: 'key_revoked' })
    await before.latchkey.close()

    const restored = open(backup)
    expect(await restored.present(secret)).toMatchObject({ ok: true })
    await restored.latchkey.management.revoke(ada, key.id, { reason: 'leaked' })
    expect(await restored.present(secret)).toMatchObject({ code: 'key_revoked' })
    await restored.latchkey.close()
  })
})
