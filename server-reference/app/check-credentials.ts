export const passwordMinLength = 8

export type CredentialName = 'name' | 'email' | 'password'
export type Credentials = Record<CredentialName, string>
export type CredentialErrors = Partial<Record<CredentialName, string>>

/** What is wrong with what was typed, before anything is sent. */
export function checkCredentials(mode: 'sign-in' | 'sign-up', values: Credentials): CredentialErrors {
  const errors: CredentialErrors = {}
  if (mode === 'sign-up' && values.name.trim() === '') errors.name = 'Write your name.'
  if (!/^\S+@\S+\.\S+$/.test(values.email)) errors.email = 'Write an e-mail address, such as ada@example.com.'
  if (values.password === '') errors.password = 'Write your password.'
  else if (mode === 'sign-up' && values.password.length < passwordMinLength) {
    errors.password = `Use at least ${passwordMinLength} characters.`
  }
  return errors
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
  PASSWORD_TOO_SHORT: `Use a password of at least ${passwordMinLength} characters.`,
  PASSWORD_TOO_LONG: 'Use a password of at most 128 characters.',
  too_many_requests: 'Too many attempts. Wait a minute, then try again.',
  offline: 'There was no answer. Check your connection, then try again.',
}
