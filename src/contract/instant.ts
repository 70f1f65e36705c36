const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * Milliseconds since the epoch of an RFC 3339 date-time, or null where the text is not one.
 * A day that does not exist (February 31) is refused: `Date` alone would quietly move it.
 */
export function parseInstant(text: string): number | null {
  const parts = rfc3339.exec(text)
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number)
  const civil = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second))
  const exists =
    civil.getUTCFullYear() === year &&
    civil.getUTCMonth() + 1 === month &&
    civil.getUTCDate() === day &&
    civil.getUTCHours() === hour &&
    civil.getUTCMinutes() === minute &&
    civil.getUTCSeconds() === second
  if (!exists) return null
  const epochMs = Date.parse(text.toUpperCase())
  return Number.isNaN(epochMs) ? null : epochMs
}

/** The one spelling in which instants travel and are stored: UTC, milliseconds, `Z`. */
export function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
