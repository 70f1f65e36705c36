import { DatabaseSync } from 'node:sqlite'
import { AccessRefused } from 'latchkey/next'
import { postgresPool } from 'latchkey/stores/postgres'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerOrUnavailable } from './answer-or-unavailable.ts'
import { DatabaseLost } from './watched-database.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const broken = () => new DatabaseSync(':memory:').prepare('SELECT * FROM missing')

const unreachable = () => postgresPool({ url: 'postgres://nobody@127.0.0.1:1/nowhere' }).connect()

describe('A route whose database fails', () => {
  test.each([
    ['SQLite cannot do it', broken],
    ['the file is gone', () => Promise.reject(new DatabaseLost('gone'))],
    ['PostgreSQL cannot be reached', unreachable],
    [
      'PostgreSQL is read-only',
      () => Promise.reject(Object.assign(new Error('read-only'), { code: '25006' })),
    ],
  ])('VF-11: answers 503 and tells the log why: %s', async (_, fail) => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const response = await answerOrUnavailable(async () => {
      await fail()
      return new Response('never')
    })()
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '1'])
    expect(await response.json()).toMatchObject({ code: 'store_unavailable' })
    expect(log).toHaveBeenCalledTimes(1)
  })

  test('Who cannot be told gets the refusal that says so', async () => {
    const refused = new AccessRefused(
      { realm: 'orders', acceptsApiKeyHeader: false },
      { ok: false, code: 'store_unavailable' },
    )
    const response = await answerOrUnavailable(() => Promise.reject(refused))()
    expect(response.status).toBe(503)
  })

  test('A bug is not taken for it, and an answer goes through as it is', async () => {
    const answer = new Response('ok')
    expect(await answerOrUnavailable((given: Response) => given)(answer)).toBe(answer)
    await expect(answerOrUnavailable(() => Promise.reject(new TypeError('a bug')))()).rejects.toThrow('a bug')
  })
})
