import { type HttpHandler, HttpResponse, http } from 'msw'
import { problemResponse } from '../server-reference/http/index.js'
import { NetworkFailure } from './faults.js'
import { findBackend, mockRoot } from './registered-backends.js'

/**
 * MSW handlers for every registered backend at once. Set them up one time; stories differ by the address that
 * `registerBackend` gives each, so that several on one page do not meet.
 */
export function createMockHandlers(): HttpHandler[] {
  return [http.all(`*${mockRoot}/*`, ({ request }) => answer(request)), http.all(`*${mockRoot}`, unrouted)]
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const [id = '', ...segments] = url.pathname
    .slice(url.pathname.indexOf(mockRoot) + mockRoot.length + 1)
    .split('/')
  const backend = findBackend(decodeURIComponent(id))
  if (!backend) return unrouted()
  url.pathname = `/${segments.join('/')}`
  try {
    return await backend.fetch(await withUrl(request, url))
  } catch (error) {
    if (error instanceof NetworkFailure) return HttpResponse.error()
    throw error
  }
}

/** The body is read first: not every browser lets a Request be made from another's stream. */
async function withUrl(request: Request, url: URL): Promise<Request> {
  const { method, signal } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  const moved = new Request(url, { method, body, signal })
  // A browser drops Origin and its like from the headers of a new Request.
  return Object.defineProperty(moved, 'headers', { value: request.headers })
}

/** A mistake of the story, said where its author looks: in the answer. */
function unrouted(): Response {
  return problemResponse('internal_error', {
    detail: `No mock backend is registered at this address, so nothing can answer. Call registerBackend first, and use the address that it gives.`,
  })
}
