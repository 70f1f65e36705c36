import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { newTestDatabase } from '../stores/postgres/database.conformance.js'
import { readTable } from './import/read-table.js'
import { inspectDatabase } from './inspect-database.js'

const database = newTestDatabase()

/** Changes nothing, and its session is as it was: a pooler may give that to whoever comes next. */
describe('Who only looks at a PostgreSQL', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each([
    ['to see what is in it', (url: string) => inspectDatabase({ type: 'postgres', url }, { withKeys: true })],
    ['to read the table of another program', (url: string) => readTable({ type: 'postgres', url }, 'others')],
  ])('%s writes nothing, and leaves nobody a session that cannot write', async (_, look) => {
    const url = await database.newUrl()
    await database.run(url, 'CREATE TABLE others (id text)')
    const end = pg.Client.prototype.end
    const left: unknown[] = []
    vi.spyOn(pg.Client.prototype, 'end').mockImplementation(async function (this: pg.Client) {
      left.push((await this.query('SHOW transaction_read_only')).rows[0])
      await Reflect.apply(end, this, [])
    })
    const query = vi.spyOn(pg.Client.prototype, 'query')
    await look(url)
    expect(query.mock.calls[0]).toEqual(['BEGIN READ ONLY'])
    expect(left).toEqual([{ transaction_read_only: 'off' }])
  })
})
