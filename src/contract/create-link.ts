/** What a link asks a new key to be. Nothing of it was checked but its shape: whoever wrote the link chose it. */
export interface CreateLink {
  name?: string | undefined
  preset?: (typeof presets)[number] | undefined
  /** May hold some that the server does not know. */
  scopes?: readonly string[] | undefined
  /** null: never. */
  expiresInDays?: number | null | undefined
}

/**
 * Reads `#lk=create&name=ci&preset=restricted&scopes=orders:read&expires=90d`. What is not understood is left out.
 * null: the hash is somebody else's.
 */
export function parseCreateLink(hash: string): CreateLink | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  if (asked.get('lk') !== 'create') return null
  const name = Array.from(asked.get('name')?.trim() ?? '')
    .slice(0, maxNameLength)
    .join('')
  const preset = presets.find((known) => known === asked.get('preset'))
  const scopes = (asked.get('scopes') ?? '').split(',').filter((scope) => scopeShape.test(scope))
  const expires = asked.get('expires') ?? ''
  const days = /^([1-9]\d{0,3})d$/.exec(expires)?.[1]
  return {
    ...(name !== '' && { name }),
    ...(preset !== undefined && { preset }),
    ...(scopes.length > 0 && { scopes: [...new Set(scopes)].slice(0, maxScopes) }),
    ...(expires === 'never' && { expiresInDays: null }),
    ...(days !== undefined && { expiresInDays: Number(days) }),
  }
}

const presets = ['full', 'read', 'restricted'] as const
const maxNameLength = 64
const maxScopes = 100
/** Wider than what a server takes, so that one which is not known can be named; narrow enough for a sentence. */
const scopeShape = /^[\w.:*/-]{1,64}$/
