import { describeFailure } from '../describe-failure.js'
import type { Finding } from './finding.js'

const patienceMs = 10_000

/**
 * Asks a guarded route without a key. Whether the proxy or the handler refused cannot be told from that; so it asks for
 * a path below it that has no handler, where only a proxy refuses (MW-14).
 */
export async function checkProxy(address: string | undefined, ask: typeof fetch): Promise<Finding> {
  const name = 'proxy'
  if (address === undefined) {
    return { name, status: 'skipped', says: 'no --url of a guarded route was given', mend: null }
  }
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return {
      name,
      status: 'fault',
      says: '--url is no address',
      mend: 'Write one such as https://app.example.com/api/orders.',
    }
  }
  try {
    const route = await statusOf(url, ask)
    if (!route.isRefusal) {
      const says = `${url.href} answers ${route.status} without a key, and not 401`
      return {
        name,
        status: 'fault',
        says,
        mend: 'Guard it: withKeyAuth or auth() in its handler, protectedWithKeys in the proxy.',
      }
    }
    const below = new URL(url)
    below.pathname = `${below.pathname.replace(/\/$/, '')}/latchkey-doctor-${crypto.randomUUID()}`
    const nowhere = await statusOf(below, ask)
    return nowhere.isRefusal
      ? { name, status: 'ok', says: `${url.href} and what is below it answer 401 without a key`, mend: null }
      : {
          name,
          status: 'warning',
          says: `${url.href} answers 401 without a key; below it ${nowhere.status}, so the handler refuses and no proxy was seen`,
          mend: 'Right in Hono and Express, and where its pattern has no (.*). Otherwise look whether proxy.ts lies where Next looks for it.',
        }
  } catch (error) {
    return {
      name,
      status: 'fault',
      says: `${url.href}: ${describeFailure(error)}`,
      mend: 'Start the app, or name where it runs.',
    }
  }
}

async function statusOf(url: URL, ask: typeof fetch): Promise<{ status: number; isRefusal: boolean }> {
  const response = await ask(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
  await response.body?.cancel()
  const challenge = response.headers.get('www-authenticate') ?? ''
  return { status: response.status, isRefusal: response.status === 401 && /^bearer\b/i.test(challenge) }
}
