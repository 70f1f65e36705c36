/**
 * Reads `LATCHKEY_PEPPER`, for the command line and for the app alike; so this imports nothing. `secret`, or
 * `id:secret,olderId:olderSecret`: the first one is for new keys, the others still verify. Whether each is good enough,
 * `createLatchkey` says.
 */
export function splitPeppers(text: string): { id: string; secret: string }[] {
  return text.split(',').map((part) => {
    const colon = part.indexOf(':')
    return { id: colon === -1 ? '1' : part.slice(0, colon), secret: part.slice(colon + 1) }
  })
}
