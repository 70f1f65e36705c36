/**
 * Reads a variable that is on or off, for the command line and for the app alike; so this imports nothing. Unset is off.
 * Throws what it must be: a yes that nobody understands must not be taken for a no.
 */
export function parseSwitch(text = ''): boolean {
  const word = text.trim().toLowerCase()
  if (['1', 'true', 'yes', 'on'].includes(word)) return true
  if (['', '0', 'false', 'no', 'off'].includes(word)) return false
  throw new Error('must be 1 or true where it is on, and 0 or false where it is off.')
}
