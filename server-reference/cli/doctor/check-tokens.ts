import { createSignatures } from '../../core/tokens/create-signatures.js'
import { parseSigningKeys } from '../../core/tokens/parse-signing-keys.js'
import { splitPeppers } from '../../variables/split-peppers.js'
import { describeFailure } from '../describe-failure.js'
import type { Finding } from './finding.js'

type Variables = Readonly<Record<string, string | undefined>>

const name = 'tokens'

/**
 * Whether tokens can be made and checked with what is set for them (ST-5, OP-8). Nothing where nothing is: not every app
 * makes any.
 */
export async function checkTokens(env: Variables): Promise<Finding[]> {
  const { TOKEN_SIGNING_KEYS: text } = env
  if (!text) {
    const idle = ['TOKEN_AUDIENCE', 'TOKEN_LIFETIME_SECONDS'].filter((variable) => env[variable])
    if (idle.length === 0) return []
    const says = `${idle.join(' and ')} is set, and TOKEN_SIGNING_KEYS is not: no tokens are made`
    return [{ name, status: 'warning', says, mend: `${makeOne} Or leave the others out.` }]
  }
  const shared = findShared(text, env)
  if (shared) return fault(`TOKEN_SIGNING_KEYS holds ${shared} as well: each must be changed by itself`)
  const seconds = env.TOKEN_LIFETIME_SECONDS || '300'
  if (!/^[1-9]\d{0,2}$/.test(seconds) || Number(seconds) > 900) {
    const mend = 'Set it to a number of seconds from 1 to 900, or leave it out.'
    return fault(`TOKEN_LIFETIME_SECONDS is "${seconds}", for which no token may live`, mend)
  }
  try {
    const signingKeys = parseSigningKeys(text)
    // Tries each key out; for whom tokens are does not matter to that.
    await createSignatures({ issuer: name, audience: name, signingKeys }).ready()
    const [{ kid }, ...others] = signingKeys
    const checks = others.length === 0 ? '' : `, and ${others.length} more check`
    return [{ name, status: 'ok', says: `"${kid}" signs${checks}; a token lives ${seconds} s`, mend: null }]
  } catch (error) {
    return fault(`TOKEN_SIGNING_KEYS: ${describeFailure(error).replace(/^Latchkey: /, '')}`)
  }
}

const makeOne =
  'Make a key with node -e "import(\'latchkey/server\').then((m) => m.generateSigningKey()).then((key) => console.log(JSON.stringify(key)))".'

function fault(says: string, mend = makeOne): Finding[] {
  return [{ name, status: 'fault', says, mend }]
}

/** Which other secret is in there. undefined: none. */
function findShared(text: string, { LATCHKEY_PEPPER: pepper, BETTER_AUTH_SECRET: secret }: Variables) {
  const peppers = pepper ? splitPeppers(pepper) : []
  if (peppers.some((each) => each.secret !== '' && text.includes(each.secret))) return 'LATCHKEY_PEPPER'
  return secret && text.includes(secret) ? 'BETTER_AUTH_SECRET' : undefined
}
