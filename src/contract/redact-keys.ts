import { idLength } from './key-format.js'

/** Any brand; from a whole key down to one of which a single character of the secret is left. */
const keyShaped = new RegExp(`[a-z][a-z0-9]{1,15}_(?:live|test)_[0-9A-Za-z]{${idLength}}_[0-9A-Za-z]+`, 'gi')

/** The text with everything in the shape of a key replaced, also one that was cut or mistyped: for logs (OP-1). */
export function redactKeys(text: string): string {
  return text.replace(keyShaped, '[API key]')
}
