import {
  checksumOf,
  type Environment,
  idLength,
  secretPartLength,
  toPrefix,
} from '../../../src/contract/index.js'
import { type RandomSource, randomBase62 } from './random-base62.js'

export interface GeneratedKey {
  /** The whole key. It is handed out once and kept nowhere. */
  secret: string
  id: string
  prefix: string
  start: string
  end: string
}

/** A new key (KF-1 to KF-4): brand, environment, 95 random bits of id, 256 of secret, and a checksum over it all. */
export function generateKey(brand: string, environment: Environment, random: RandomSource): GeneratedKey {
  const prefix = toPrefix(brand, environment)
  const digits = randomBase62(idLength + secretPartLength, random)
  const id = digits.slice(0, idLength)
  const body = `${prefix}${id}_${digits.slice(idLength)}`
  const secret = body + checksumOf(body)
  return { secret, id, prefix, start: id.slice(0, 4), end: secret.slice(-4) }
}
