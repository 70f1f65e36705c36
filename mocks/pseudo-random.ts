/** A stream of numbers in [0, 1) that is the same for the same seed, on every machine. Never for a real secret. */
export function createPseudoRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

/** The same stream as a source of bytes, so that the keys of a story have the same ids every time. */
export function createPseudoRandomBytes(seed: number): (bytes: Uint8Array<ArrayBuffer>) => void {
  const random = createPseudoRandom(seed)
  return (bytes) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(random() * 256)
  }
}
