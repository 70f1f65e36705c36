import type { Latchkey } from '../core/latchkey.js'
import { metricsText } from './metrics-text.js'
import { problemResponse } from './problem-response.js'

export interface MetricsOptions {
  /** What `Authorization: Bearer` must carry: at least 16 characters. */
  token: string
}

/** What Prometheus reads. Who has not the token learns nothing, not even that it is there. Needs `metrics: true`. */
export function metricsHandler(
  latchkey: Pick<Latchkey, 'measure' | 'health'>,
  { token }: MetricsOptions,
): (request: Request) => Promise<Response> {
  if (token.length < 16) {
    throw new Error(
      'Latchkey: the token for metrics is too short. Whoever guesses it sees how much is called and refused. Use at least 16 random characters.',
    )
  }
  const expected = digestOf(`Bearer ${token}`)

  return async function handleMetrics(request) {
    const presented = await digestOf(request.headers.get('Authorization') ?? '')
    if (!isSame(presented, await expected)) return problemResponse('not_found')
    return new Response(metricsText(latchkey.measure(), await latchkey.health()), {
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
}

async function digestOf(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

/** Of digests, so that no time tells how much of the token was right. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((byte, index) => byte === other[index])
}
