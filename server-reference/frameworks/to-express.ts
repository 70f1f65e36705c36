import type { IncomingMessage } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import { problemResponse } from '../http/index.js'
import { sendResponse } from './send-response.js'
import { toWebHeaders } from './to-web-headers.js'

/**
 * Mounts a function from Request to Response, such as `createHandler` makes one, in an Express app. It reads the body
 * itself, and no more of it than it takes: mount it before `express.json()`. Needs no path; the handler looks at the
 * whole one, wherever it is mounted.
 */
export function toExpress(
  handle: (request: globalThis.Request) => Promise<globalThis.Response>,
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    answer(request)
      .then((answered) => sendResponse(response, answered))
      .catch(next)
  }

  async function answer(request: Request): Promise<globalThis.Response> {
    const converted = toWebRequest(request)
    return converted ? handle(converted) : problemResponse('bad_request')
  }
}

/** null: what was asked for is no address. */
function toWebRequest(request: Request): globalThis.Request | null {
  const { method, originalUrl } = request
  const url = originalUrl.startsWith('/') ? URL.parse(originOf(request) + originalUrl) : null
  if (url === null) return null
  const body = method === 'GET' || method === 'HEAD' ? null : toWebStream(request)
  return new globalThis.Request(url, {
    method,
    headers: toWebHeaders(request),
    ...(body && { body, duplex: 'half' }),
  })
}

/**
 * Where the caller says that it is. A path or a question mark in there would begin the path of the address, and the
 * handler would see another one than the app's own middleware has let pass.
 */
function originOf({ protocol, headers }: Request): string {
  const host = headers.host ?? 'localhost'
  // Behind a trusted proxy this is a header too.
  const scheme = protocol === 'https' ? 'https' : 'http'
  return /[^\w.:[\]~-]/.test(host) ? '' : `${scheme}://${host}`
}

/** Chunk by chunk, so that whoever counts them can stop. */
function toWebStream(request: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (request.readableDidRead || request.readableEnded) {
    throw new Error(
      'Latchkey: the body of a request was read before toExpress came to it. The handler would find it empty and refuse every write. Mount it before express.json() and other parsers.',
    )
  }
  // The socket stays: the refusal of a body that is too long still has to go out over it.
  const chunks = request.iterator({ destroyOnReturn: false })
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(new Uint8Array(value))
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
