import { request } from 'node:http'

interface RawRequest {
  /** Goes on the wire as it is: no URL parser tidies it up first. */
  path: string
  method?: string | undefined
  headers?: Record<string, string | string[]> | undefined
}

export interface RawAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** What a client sends that is not a browser and means no good. */
export function sendRaw(
  origin: string,
  { path, method = 'GET', headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const { port } = new URL(origin)
  return new Promise((answered, failed) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
      let body = ''
      incoming.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      incoming.on('end', () =>
        answered({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
      )
    })
    outgoing.on('error', failed).end()
  })
}
