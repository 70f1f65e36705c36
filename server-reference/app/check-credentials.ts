import { credentialLimits } from './credential-limits.ts'

export type CredentialName = 'name' | 'email' | 'password'
export type Credentials = Record<CredentialName, string>
export type CredentialErrors = Partial<Record<CredentialName, string>>

/** What is wrong with what was typed, before anything is sent. */
export function checkCredentials(mode: 'sign-in' | 'sign-up', values: Credentials): CredentialErrors {
  const errors: CredentialErrors = {}
  const { name, email, password } = credentialLimits
  if (mode === 'sign-up' && values.name.trim() === '') errors.name = 'Write your name.'
  else if (mode === 'sign-up' && values.name.length > name.max) errors.name = atMost(name.max)
  if (!/^\S+@\S+\.\S+$/.test(values.email)) errors.email = 'Write an e-mail address, such as ada@example.com.'
  else if (values.email.length > email.max) errors.email = atMost(email.max)
  if (values.password === '') errors.password = 'Write your password.'
  else if (mode === 'sign-up' && values.password.length < password.min) {
    errors.password = `Use at least ${password.min} characters.`
  } else if (values.password.length > password.max) {
    errors.password = atMost(password.max)
  }
  return errors
}

function atMost(max: number): string {
  return `Use at most ${max} characters.`
}

/** Words for the server's codes; its own text is never shown (UI-13). */
export function explainRefusal(code: string): string {
  return refusals[code] ?? 'That did not work. Try again in a moment.'
}

const refusals: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address or the password is wrong.',
  USER_ALREADY_EXISTS: 'There is an account with this e-mail address. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this e-mail address. Sign in instead.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  PASSWORD_TOO_SHORT: `Use a password of at least ${credentialLimits.password.min} characters.`,
  PASSWORD_TOO_LONG: `Use a password of at most ${credentialLimits.password.max} characters.`,
  NAME_TOO_LONG: `Use a name of at most ${credentialLimits.name.max} characters.`,
  EMAIL_TOO_LONG: `Use an e-mail address of at most ${credentialLimits.email.max} characters.`,
  too_many_requests: 'Too many attempts. Wait a minute, then try again.',
  offline: 'There was no answer. Check your connection, then try again.',
}
