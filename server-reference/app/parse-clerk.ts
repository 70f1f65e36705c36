/** What the app is told of the Clerk instance that signs its people in. */
export interface ClerkEnvironment {
  /** The instance's public key in PEM; verifies tokens without a network. */
  jwtKey: string
  /** For the page's script, which renews the token each minute. */
  publishableKey: string
  /** The host that the script comes from and speaks to: it is in the publishable key. */
  frontendApi: string
  /** Where people sign in and up. */
  signInUrl: string
  /** null: writes trust the token, which lives a minute. */
  secretKey: string | null
}

/** The names of its variables; with the first of them Clerk signs people in. */
export const clerkVariables = [
  'CLERK_JWT_KEY',
  'CLERK_PUBLISHABLE_KEY',
  'CLERK_SIGN_IN_URL',
  'CLERK_SECRET_KEY',
] as const

/** Line ends, which many shells and platforms cannot keep in a variable, may be written as `\n`. */
export function parseJwtKey(text: string | undefined): string {
  const key = (text ?? '').replaceAll('\\n', '\n')
  if (/^-----BEGIN PUBLIC KEY-----\s[\s\w+/=]+\s-----END PUBLIC KEY-----\s*$/.test(key)) return key
  throw new Error('must be the JWT public key in PEM, from the API keys in Clerk’s dashboard.')
}

/** `pk_test_` or `pk_live_`, then the host in base64, with a dollar sign at its end. */
export function parsePublishableKey(text: string | undefined): {
  publishableKey: string
  frontendApi: string
} {
  const encoded =
    /^pk_(?:test|live)_(?<encoded>[A-Za-z0-9+/]+={0,2})$/.exec(text ?? '')?.groups?.encoded ?? ''
  const frontendApi = /^(?<host>[a-z0-9.-]+\.[a-z]+)\$$/.exec(decode(encoded))?.groups?.host
  if (text !== undefined && frontendApi !== undefined) return { publishableKey: text, frontendApi }
  throw new Error('must be the publishable key of the same instance, such as pk_live_….')
}

export function parseSignInUrl(text: string | undefined): string {
  const url = URL.parse(text ?? '')
  if (url?.protocol === 'https:') return url.href
  throw new Error(
    'must be the https address where people sign in, such as https://accounts.example.com/sign-in.',
  )
}

export function parseSecretKey(text: string | undefined): string | null {
  if (text === undefined || /^sk_(?:test|live)_\w+$/.test(text)) return text ?? null
  throw new Error('must be the secret key of the same instance, such as sk_live_….')
}

function decode(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
