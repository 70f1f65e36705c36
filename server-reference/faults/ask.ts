import { request } from 'node:http'

export interface Asked {
  /** 0: no answer came. */
  status: number
  /** The problem's code; null where there is none. */
  code: string | null
  tookMs: number
}

/**
 * One request with a key, on a connection of its own: a script that asks for thousands must see each by itself.
 *
 * @param address whom the app takes the caller for; it believes this machine
 */
export function ask(
  origin: string,
  secret: string,
  address = '192.0.2.1',
  path = '/api/orders',
): Promise<Asked> {
  const begun = performance.now()
  return new Promise((answered) => {
    const end = (status: number, code: string | null) =>
      answered({ status, code, tookMs: performance.now() - begun })
    const { hostname, port } = new URL(origin)
    const headers = { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address }
    const sent = request(
      {
        host: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port,
        path,
        headers,
        agent: false,
        timeout: 60_000,
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text
        })
        response.on('end', () => end(response.statusCode ?? 0, codeIn(body)))
        response.on('error', () => end(0, null))
      },
    )
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => end(0, null))
    sent.end()
  })
}

/** The code of a problem's body; null where there is none. */
export function codeIn(body: string): string | null {
  return /"code":"(\w+)"/.exec(body)?.[1] ?? null
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}
