/** The version that a caller read, or why there is none. */
export type IfMatch = { ok: true; version: number } | { ok: false; code: 'version_required' | 'bad_request' }

/**
 * `If-Match: "3"`. A weak `W/"3"` counts too: proxies that compress weaken every ETag on its way, and the number
 * names one state exactly. `*` would overwrite whatever is there, which is what the header is to prevent.
 */
export function parseIfMatch(field: string | null): IfMatch {
  if (field === null || field.trim() === '*') return { ok: false, code: 'version_required' }
  const digits = /^(?:W\/)?"(\d{1,15})"$/.exec(field.trim())?.[1]
  return digits === undefined
    ? { ok: false, code: 'bad_request' }
    : { ok: true, version: Number.parseInt(digits, 10) }
}
