/** An address or a range of addresses, as bytes: 4 for IPv4, 16 for IPv6. */
export interface AddressRange {
  bytes: readonly number[]
  /** How many leading bits count. */
  prefixBits: number
}

/**
 * Reads `203.0.113.0/24`, `2001:db8::/32` or a bare address (a range of one).
 * An IPv4 address written as IPv6 (`::ffff:203.0.113.7`) is read as IPv4. null where the text is neither.
 */
export function parseCidr(text: string): AddressRange | null {
  if (text.length > 49) return null
  const slash = text.indexOf('/')
  const address = slash === -1 ? text : text.slice(0, slash)
  const whole = parseAddress(address)
  if (!whole) return null
  const widthBits = whole.length * 8
  if (slash === -1) return { bytes: whole, prefixBits: widthBits }
  const length = text.slice(slash + 1)
  if (!/^\d{1,3}$/.test(length)) return null
  const shift = whole.length === 4 && address.includes(':') ? 96 : 0
  const prefixBits = Number(length) - shift
  return prefixBits >= 0 && prefixBits <= widthBits ? { bytes: whole, prefixBits } : null
}

/** The bytes of an IPv4 or IPv6 address, or null. Leading zeros in IPv4 are refused: some readers take them for octal. */
export function parseAddress(text: string): readonly number[] | null {
  if (!text.includes(':')) return parseIpv4(text)
  const groups = parseIpv6(text)
  if (!groups) return null
  const mapped = groups.slice(0, 10).every((byte) => byte === 0) && groups[10] === 255 && groups[11] === 255
  return mapped ? groups.slice(12) : groups
}

/** Whether an address lies in a range. Different families never match. */
export function inRange(address: readonly number[], range: AddressRange): boolean {
  if (address.length !== range.bytes.length) return false
  return address.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, range.prefixBits - index * 8))
    const mask = (0xff << (8 - bits)) & 0xff
    return (byte & mask) === ((range.bytes[index] ?? 0) & mask)
  })
}

function parseIpv4(text: string): number[] | null {
  if (!/^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(text)) return null
  const bytes = text.split('.').map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

function parseIpv6(text: string): number[] | null {
  if (!/^[0-9a-fA-F:.]+$/.test(text)) return null
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = groupsToBytes(halves[0] ?? '', halves.length === 1)
  const tail = halves.length === 2 ? groupsToBytes(halves[1] ?? '', true) : []
  if (!head || !tail) return null
  const missing = 16 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 2) return null
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

/** @param isEnd whether an IPv4 address may stand as the last two groups (RFC 4291 §2.2) */
function groupsToBytes(text: string, isEnd: boolean): number[] | null {
  if (text === '') return []
  const groups = text.split(':')
  const bytes: number[] = []
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const embedded = isEnd && index === groups.length - 1 ? parseIpv4(group) : null
      if (!embedded) return null
      bytes.push(...embedded)
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null
      const value = Number.parseInt(group, 16)
      bytes.push(value >> 8, value & 0xff)
    }
  }
  return bytes
}
