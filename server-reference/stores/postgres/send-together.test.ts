import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestDatabase } from './database.conformance.js'
import { sendTogether } from './send-together.js'

const database = newTestDatabase()
const say = (sql: string, ...parameters: unknown[]) => ({ sql, parameters })

describe('Statements that are sent together', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: await database.newUrl() })
    await client.connect()
    await client.query('CREATE TABLE said (word text UNIQUE, times bigint)')
  })
  afterAll(() => client.end())

  it('are answered each by itself, in order, and see what those before them did', async () => {
    const rows = await sendTogether(
      client,
      [
        say('INSERT INTO said VALUES ($1, $2)', 'hello', 1),
        say('INSERT INTO said VALUES ($1, $2) RETURNING word', "it's", null),
        say('SELECT word, times::int FROM said ORDER BY word'),
        say('DELETE FROM said WHERE word = $1', 'nobody'),
      ],
      5_000,
    )
    const said = [
      { word: 'hello', times: 1 },
      { word: "it's", times: null },
    ]
    expect(rows).toEqual([[], [{ word: "it's" }], said, []])
    expect(await sendTogether(client, [say('SELECT 1 AS one')], 5_000)).toEqual([[{ one: 1 }]])
  })

  it('are done all or none, and what fails leaves the connection fit for the next', async () => {
    const twice = [
      say('INSERT INTO said VALUES ($1, 1)', 'twice'),
      say('INSERT INTO said VALUES ($1, 1)', 'twice'),
    ]
    await expect(sendTogether(client, twice, 5_000)).rejects.toMatchObject({ code: '23505' })
    const [found] = await sendTogether(client, [say('SELECT 1 FROM said WHERE word = $1', 'twice')], 5_000)
    expect(found).toEqual([])
  })

  it('are one transaction, which ends what it set with itself', async () => {
    const set = say("SELECT set_config('statement_timeout', $1, true)", '4321')
    const [, inside] = await sendTogether(client, [set, say('SHOW statement_timeout')], 5_000)
    expect(inside).toEqual([{ statement_timeout: '4321ms' }])
    expect((await client.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '0' }])
  })

  it('hold text and numbers, and nothing that would have to be guessed at', async () => {
    await expect(sendTogether(client, [say('SELECT $1::text', { a: 1 })], 1_000)).rejects.toThrow(
      'type object',
    )
  })
})
