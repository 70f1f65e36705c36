import { toLatchkeyError } from '../client/index.js'
import { checksumLength, parseKey, secretPartLength } from '../contract/index.js'
import { createKeyCache } from './key-cache.js'
import type { PastedKey } from './pasted-key.js'
import { matchKey } from './search-text.js'
import { sha256Hex } from './sha256-hex.js'
import type { ApiKeySource } from './use-api-key-source.js'

type Finding = PastedKey extends infer P
  ? P extends { environment: unknown }
    ? Omit<P, 'environment'>
    : never
  : never

/**
 * Which key a text in the shape of one is: among those that are here by the id in it, else by asking the server for its
 * SHA-256. The text is not sent, kept or told.
 *
 * @param tell called at once, and once more where the server had to be asked
 */
export function findPastedKey(source: ApiKeySource, text: string, tell: (finding: Finding) => void): void {
  const [whole = '', , id = '', rest = ''] = matchKey(text) ?? []
  const finding = lookHere(source, { whole, id, rest })
  tell(finding)
  if (finding.status === 'asking') void ask(source, whole).then(tell)
}

function lookHere(
  source: ApiKeySource,
  { whole, id, rest }: Record<'whole' | 'id' | 'rest', string>,
): Finding {
  if (rest.length !== secretPartLength + checksumLength) return { status: 'cut' }
  if (!parseKey(whole).ok) return { status: 'mistyped' }
  const key = createKeyCache(source).find(id)
  return key ? { status: 'found', key } : { status: 'asking' }
}

async function ask({ client }: ApiKeySource, text: string): Promise<Finding> {
  const digest = await sha256Hex(text)
  if (digest === null || !client.identify || !client.get) return { status: 'notAsked' }
  try {
    const { id } = await client.identify(digest)
    return { status: 'found', key: (await client.get(id)).key }
  } catch (thrown) {
    const error = toLatchkeyError(thrown)
    return error.code === 'not_found' ? { status: 'notFound' } : { status: 'failed', error }
  }
}
