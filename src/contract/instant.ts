const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/

/**
 * Milliseconds since the epoch of an RFC 3339 date-time, or null where the text is not one.
 * A day that does not exist (February 31) is refused: `Date` alone would quietly move it.
 */
export function parseInstant(text: string): number | null {
  if (!rfc3339.test(text)) return null
  const spelled = text.toUpperCase()
  const civil = spelled.slice(0, 'YYYY-MM-DDThh:mm:ss'.length)
  const civilMs = Date.parse(`${civil}Z`)
  const exists = !Number.isNaN(civilMs) && new Date(civilMs).toISOString().startsWith(civil)
  const epochMs = Date.parse(spelled)
  return exists && !Number.isNaN(epochMs) ? epochMs : null
}

/** The one spelling in which instants travel and are stored: UTC, milliseconds, `Z`. */
export function toInstant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
