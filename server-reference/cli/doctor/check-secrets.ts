import { parsePeppers } from '../../core/keys/parse-peppers.js'
import type { DatabaseInspection } from '../../stores/database-inspection.js'
import { splitPeppers } from '../../variables/split-peppers.js'
import { describeFailure } from '../describe-failure.js'
import type { Finding } from './finding.js'

/** What a sign-in library takes where nobody set a secret: known to everybody. */
const knownSecrets = ['better-auth-secret-12345678901234567890', 'better-auth-secret-123456789']

const makeOne = 'Make one with "openssl rand -hex 32".'

/** Whether the secrets are there, long enough, nobody's default, and those that the keys were made with (ST-5, OP-8). */
export function checkSecrets(
  { LATCHKEY_PEPPER: pepper, BETTER_AUTH_SECRET: secret }: Readonly<Record<string, string | undefined>>,
  inspection: DatabaseInspection | string,
): Finding[] {
  const inUse = typeof inspection === 'string' ? [] : inspection.pepperIds
  return [checkPepper(pepper, inUse), ...(secret ? [checkAuthSecret(secret, pepper)] : [])]
}

function checkPepper(text: string | undefined, inUse: readonly (string | null)[]): Finding {
  const name = 'pepper'
  const fault = (says: string, mend: string): Finding => ({ name, status: 'fault', says, mend })
  const needed = inUse.filter((id) => id !== null)
  const peppers = text ? splitPeppers(text) : []
  const gone = needed.filter((id) => !peppers.some((pepper) => pepper.id === id))
  if (gone.length > 0) {
    const says = `keys were made with the pepper ${gone.map((id) => `"${id}"`).join(', ')}, which LATCHKEY_PEPPER has not`
    return fault(
      says,
      'Put it back behind the newest: newId:secret,oldId:oldSecret. Until then they are refused.',
    )
  }
  const [newest] = peppers
  if (!newest) {
    const mend = `With one, a stolen copy of the database is worth less. ${makeOne}`
    return { name, status: 'warning', says: 'LATCHKEY_PEPPER is not set: digests are plain SHA-256', mend }
  }
  try {
    parsePeppers(peppers)
  } catch (error) {
    // What to do stands in a line of its own.
    return fault(
      describeFailure(error)
        .replace(/^Latchkey: /, '')
        .replace(` ${makeOne}`, ''),
      makeOne,
    )
  }
  const regular = peppers.find(({ secret }) => isRegular(secret))
  if (regular) return fault(`the pepper "${regular.id}" repeats itself`, makeOne)
  const older = inUse.filter((id) => id !== newest.id).length
  const says = `"${newest.id}" is good${older === 0 ? '' : '; some keys wait for their next use to take it'}`
  return { name, status: 'ok', says, mend: null }
}

function checkAuthSecret(secret: string, pepper: string | undefined): Finding {
  const name = 'secret'
  const fault = (says: string): Finding => ({
    name,
    status: 'fault',
    says: `BETTER_AUTH_SECRET ${says}`,
    mend: makeOne,
  })
  if (knownSecrets.includes(secret)) return fault('is the library’s default, which everybody knows')
  if (secret.length < 32) return fault('is shorter than 32 characters')
  if (new Set(secret).size < 8 || isRegular(secret)) return fault('is too regular')
  if (pepper && splitPeppers(pepper).some((each) => each.secret === secret)) {
    return fault('is the pepper as well: each must be changed by itself')
  }
  return { name, status: 'ok', says: 'BETTER_AUTH_SECRET is good', mend: null }
}

/** A piece of at most half its length, again and again. */
function isRegular(text: string): boolean {
  return /^(?<piece>.+?)\k<piece>+$/.test(text)
}
