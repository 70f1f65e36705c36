import { checksumOf } from '../../../src/contract/index.js'

/** The same key with another secret part or id, and a checksum that fits. */
export function forgeKey(secret: string, part: 'id' | 'secret' | 'brand' | 'environment'): string {
  const [brand, environment, id = '', rest = ''] = secret.split('_')
  const flip = (text: string) => (text.startsWith('x') ? 'y' : 'x') + text.slice(1)
  const body = [
    part === 'brand' ? 'other' : brand,
    part === 'environment' ? 'test' : environment,
    part === 'id' ? flip(id) : id,
    (part === 'secret' ? flip(rest) : rest).slice(0, 43),
  ].join('_')
  return body + checksumOf(body)
}
