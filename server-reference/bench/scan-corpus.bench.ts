import { keyPattern, parseKey } from 'latchkey/contract'

/**
 * KF-9 at its full size: looks for keys in random text, in the letters that keys and code are made of. Run it with
 * `node server-reference/bench/scan-corpus.bench.ts`; found on 24 November 2026: no key in 100 MB.
 */
const megabytes = 100
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-./+= "\n'
const pattern = new RegExp(keyPattern, 'g')
const bytes = Buffer.alloc(1_000_000)

let shapes = 0
let keys = 0
for (let part = 0; part < megabytes; part += 1) {
  for (let from = 0; from < bytes.length; from += 50_000) {
    crypto.getRandomValues(bytes.subarray(from, from + 50_000))
  }
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = letters.charCodeAt((bytes[index] ?? 0) % letters.length)
  }
  const found = bytes.toString('latin1').match(pattern) ?? []
  shapes += found.length
  keys += found.filter((text) => parseKey(text).ok).length
}
process.stdout.write(`${megabytes} MB: ${shapes} in the shape of a key, ${keys} keys\n`)
