/** What became of a form: an answer, or words by which to explain why not. */
export type PostResult =
  | { ok: true; body: unknown }
  /** `code` is the server's; `offline` where there was no answer. */
  | { ok: false; code: string }

/** Sends a form's values to the app's own API. */
export async function postJson(url: string, values: Record<string, string>): Promise<PostResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(values),
    })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, body }
    return { ok: false, code: response.status === 429 ? 'too_many_requests' : codeOf(body) }
  } catch {
    return { ok: false, code: 'offline' }
  }
}

function codeOf(body: unknown): string {
  const hasCode = typeof body === 'object' && body !== null && 'code' in body
  return hasCode && typeof body.code === 'string' ? body.code : 'unknown'
}
