import { APIError } from 'better-auth/api'
import { credentialLimits } from './credential-limits.ts'

/** For the hooks of the accounts, which limit passwords alone. Rejects with `NAME_TOO_LONG` or `EMAIL_TOO_LONG`. */
export async function requireShortPerson(person: {
  name?: string | undefined
  email?: string | undefined
}): Promise<void> {
  for (const field of ['name', 'email'] as const) {
    const { max } = credentialLimits[field]
    if ((person[field]?.length ?? 0) <= max) continue
    throw new APIError('BAD_REQUEST', {
      code: `${field.toUpperCase()}_TOO_LONG`,
      message: `${field} has more than ${max} characters.`,
    })
  }
}
