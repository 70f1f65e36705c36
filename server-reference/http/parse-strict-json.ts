/** `fields` names what may not be there; without it, this is not JSON at all. */
export type StrictJson =
  | { ok: true; value: unknown }
  | { ok: false; fields?: Record<string, string> | undefined }

/** Names through which a careless merge reaches a prototype. */
const poisonous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads JSON in which every name of an object occurs once and none is poisonous, at any depth. `JSON.parse`
 * would keep the last of two equal names, where another reader in front of us may have judged the first.
 */
export function parseStrictJson(text: string): StrictJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false }
  }
  const refused = findRefusedName(text)
  return refused === null ? { ok: true, value } : { ok: false, fields: refused }
}

export function isPoisonous(name: string): boolean {
  return poisonous.has(name)
}

/** Walks the tokens of a text that is known to be JSON, so that a regular expression can tell them apart. */
function findRefusedName(text: string): Record<string, string> | null {
  const open: (Set<string> | null)[] = []
  for (const [token, , colon] of text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined) {
      const name: string = JSON.parse(token.slice(0, -colon.length))
      const seen = open.at(-1)
      if (isPoisonous(name)) return { '': 'Remove the reserved field name.' }
      if (seen?.has(name)) return { [name]: 'Send this field once.' }
      seen?.add(name)
    }
  }
  return null
}
