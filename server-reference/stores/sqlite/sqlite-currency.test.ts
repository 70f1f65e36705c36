import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { insertAll, revocationOf, sampleKey } from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'
import { createSqliteCurrency } from './sqlite-currency.js'

const newPath = newDatabasePaths()
afterEach(() => vi.restoreAllMocks())

/** A proof whose looks at the file are counted, and whose file answers as it is told to. */
function openCurrency() {
  const file = { looks: 0, version: 1, changes: 0 }
  const commitWatch = {
    dataVersion: () => {
      file.looks += 1
      return file.version
    },
    changeCount: () => file.changes,
  }
  const currency = createSqliteCurrency({ current: () => ({ commitWatch }) })
  const heard: unknown[] = []
  currency.onChange((change) => heard.push(change))
  currency.isProven()
  heard.length = 0
  return { file, currency, heard }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

describe('the proof that nothing was committed', () => {
  it('is one look for all that is verified in one turn of the event loop', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(1_000)
    const { file, currency } = openCurrency()
    await nextTurn()
    file.looks = 0
    for (let request = 0; request < 100; request += 1) {
      currency.isProven()
      await Promise.resolve()
    }
    expect(file.looks).toBe(1)
  })

  it('is looked for again in the next turn, so that a request sees what was committed before it came (VF-6)', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(1_000)
    const { file, currency, heard } = openCurrency()
    await nextTurn()
    file.version += 1
    file.changes += 1
    currency.isProven()
    expect(heard).toEqual([{ of: 'everything' }])
  })

  it('does not outlast a turn that waits for another process', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1_000)
    const { file, currency, heard } = openCurrency()
    file.version += 1
    file.changes += 1
    now.mockReturnValue(1_000.1)
    currency.isProven()
    expect(heard).toEqual([{ of: 'everything' }])
  })

  it('is looked for again in the same turn once this process itself has committed', async () => {
    const path = newPath()
    const [one, other] = [sqliteStore({ path }), sqliteStore({ path })]
    const key = sampleKey()
    await insertAll(one, key)
    await other.findForVerification(key.id)
    vi.spyOn(performance, 'now').mockReturnValue(1_000)
    const heard: unknown[] = []
    other.currency?.onChange((change) => heard.push(change))
    expect(other.currency?.isProven()).toBe(true)
    heard.length = 0
    await one.revoke(revocationOf(key))
    expect(other.currency?.isProven()).toBe(true)
    expect(heard).toEqual([{ of: 'everything' }])
    await Promise.all([one.close(), other.close()])
    expect(new DatabaseSync(path).prepare('SELECT revoked_at FROM latchkey_keys').get()).toHaveProperty(
      'revoked_at',
      expect.any(Number),
    )
  })
})
