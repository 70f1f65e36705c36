import { equalDigests } from '../core/keys/equal-digests.js'
import { webCryptoSha256 } from '../core/keys/web-crypto-digests.js'
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
  // Digests, so that no time tells how much of the token was right, nor how long it is.
  const expected = webCryptoSha256(`Bearer ${token}`)

  return async function handleMetrics(request) {
    const presented = await webCryptoSha256(request.headers.get('Authorization') ?? '')
    if (!equalDigests(presented, await expected)) return problemResponse('not_found')
    return new Response(metricsText(latchkey.measure(), await latchkey.health()), {
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
}
