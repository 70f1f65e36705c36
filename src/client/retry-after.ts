/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds, or the date from which to try again.
 * Whole seconds, never negative; undefined where the header is absent or is neither.
 *
 * @param now milliseconds since the epoch
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  // `Date.parse` takes any number for a year: what is no date must not become one.
  if (!/[A-Za-z]{3}/.test(text)) return undefined
  const epochMs = Date.parse(text)
  return Number.isNaN(epochMs) ? undefined : Math.max(0, Math.ceil((epochMs - now) / 1000))
}
