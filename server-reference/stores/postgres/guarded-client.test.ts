import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { guardClient } from './guarded-client.js'
import { PostgresUnavailable } from './postgres-unavailable.js'

/** What is thrown where the server answers a statement so, and whether its connection is given back as broken. */
async function answer(severity: string, code: string) {
  const said = Object.assign(new pg.DatabaseError('as the server puts it', 1, 'error'), { severity, code })
  const client = new pg.Client()
  vi.spyOn(client, 'query').mockImplementation(() => Promise.reject(said))
  const giveBack = vi.fn()
  const guarded = guardClient({ client, settings: Promise.resolve() }, giveBack)
  const thrown = await guarded.query('SELECT 1', []).catch((error: unknown) => error)
  guarded.release()
  return { said, thrown, isBroken: giveBack.mock.lastCall?.[0] }
}

describe('A server that says no', () => {
  it.each(['ERROR', 'FEHLER', 'ОШИБКА'])(
    'is ready for the next statement, in its own language: %s',
    async (word) => {
      const { said, thrown, isBroken } = await answer(word, '23505')
      expect(thrown).toBe(said)
      expect(isBroken).toBe(false)
    },
  )

  it.each([
    ['FATAL', '57P01'],
    ['FATAL', '25P03'],
    ['PANIK', 'XX000'],
    ['ERROR', '08P01'],
  ])('is not asked again where it ends the session: %s %s', async (word, code) => {
    const { said, thrown, isBroken } = await answer(word, code)
    expect(thrown).toBeInstanceOf(PostgresUnavailable)
    expect(thrown).toHaveProperty('cause', said)
    expect(isBroken).toBe(true)
  })
})
