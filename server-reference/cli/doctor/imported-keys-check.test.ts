import { describe, expect, it } from 'vitest'
import type { DatabaseInspection } from '../../stores/database-inspection.js'
import { checkImportedKeys } from './check-imported-keys.js'

const inspection: DatabaseInspection = {
  schema: { state: 'current', version: 4, known: 4 },
  clock: null,
  newestEventMs: null,
  pepperIds: [],
  importedKeys: 0,
}
const check = (variable: string | undefined, importedKeys: number) =>
  checkImportedKeys({ ACCEPT_IMPORTED_KEYS: variable }, { ...inspection, importedKeys })

describe('Keys that were imported', () => {
  it('are not spoken of where there are none, or where nobody can look', () => {
    expect(check(undefined, 0)).toEqual([])
    expect(checkImportedKeys({}, 'the database cannot be read')).toEqual([])
  })

  it('are well where the app accepts them', () => {
    expect(check('1', 3)).toMatchObject([{ name: 'imported', status: 'ok', mend: null }])
    expect(check('true', 0)).toMatchObject([{ status: 'ok' }])
  })

  it('are refused, every one, where nothing says that the app accepts them', () => {
    const [finding] = check(undefined, 3)
    expect(finding).toMatchObject({ status: 'warning', says: expect.stringContaining('3') })
    expect(finding?.mend).toContain('acceptImportedKeys')
    expect(finding?.mend).toContain('ACCEPT_IMPORTED_KEYS=1')
  })

  it('are a fault where the variable is neither on nor off, which no app starts with', () => {
    const [finding] = check('ture', 0)
    expect(finding).toMatchObject({ status: 'fault', says: expect.stringContaining('must be 1 or true') })
  })

  it.each(['0', 'false'])('are refused where the variable says %j', (variable) => {
    const [finding] = check(variable, 3)
    expect(finding).toMatchObject({ status: 'warning' })
    expect(finding?.says).toContain(`ACCEPT_IMPORTED_KEYS says, which is "${variable}"`)
  })
})
