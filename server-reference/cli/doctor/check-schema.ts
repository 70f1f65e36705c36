import type { DatabaseInspection } from '../../stores/database-inspection.js'
import type { Finding } from './finding.js'

/** @param inspection a text: why there is none. @param where the database, as people are told of it */
export function checkSchema(inspection: DatabaseInspection | string, where: string): Finding {
  const name = 'schema'
  if (typeof inspection === 'string') {
    return { name, status: 'skipped', says: 'the database could not be read', mend: null }
  }
  const { state, version, known } = inspection.schema
  const fault = (says: string, mend: string): Finding => ({ name, status: 'fault', says, mend })
  switch (state) {
    case 'current':
      return { name, status: 'ok', says: `version ${version}`, mend: null }
    case 'missing':
      return fault(
        `there are no tables of keys in ${where}`,
        'Name the right database with --database or DATABASE_URL, or run "latchkey migrate".',
      )
    case 'outdated':
      return fault(
        `version ${version}, and this program needs ${known}`,
        'Run "latchkey migrate", or restart the app.',
      )
    case 'newer':
      return fault(
        `version ${version}, and this program knows ${known}`,
        'Use the latchkey that the app uses.',
      )
    case 'foreign':
      return fault(
        `${where} belongs to another application`,
        'Name the right database with --database or DATABASE_URL.',
      )
  }
}
