import type { DatabaseInspection } from '../../stores/database-inspection.js'
import { parseSwitch } from '../../variables/parse-switch.js'
import { describeFailure } from '../describe-failure.js'
import type { Finding } from './finding.js'

/**
 * Whether keys that were imported are accepted, as far as it can be told from outside: an app may say so in its code alone.
 * Nothing where there are none.
 */
export function checkImportedKeys(
  { ACCEPT_IMPORTED_KEYS: variable }: Readonly<Record<string, string | undefined>>,
  inspection: DatabaseInspection | string,
): Finding[] {
  const count = typeof inspection === 'string' ? 0 : inspection.importedKeys
  const name = 'imported'
  const mend = 'Set ACCEPT_IMPORTED_KEYS=1, or give createLatchkey acceptImportedKeys: true.'
  try {
    if (parseSwitch(variable)) {
      const says = `ACCEPT_IMPORTED_KEYS is on, and ${count === 0 ? 'no key was' : `${count} were`} imported`
      return [{ name, status: 'ok', says, mend: null }]
    }
  } catch (error) {
    return [{ name, status: 'fault', says: `ACCEPT_IMPORTED_KEYS ${describeFailure(error)}`, mend }]
  }
  if (count === 0) return []
  const setting = variable ? `is "${variable}"` : 'is not set'
  const says = `${count} that were imported are refused as unknown, if the app does as ACCEPT_IMPORTED_KEYS says, which ${setting}`
  return [{ name, status: 'warning', says, mend }]
}
