import type { MockPerson } from './mock-people.js'

/** Where the mock's sign-in looks for a person's id. A caller's own is overwritten. */
export const personHeader = 'X-Mock-Person'

/**
 * The request as a server would get it. A worker and a test see one before the browser has said where it comes
 * from, so that is made up for: a request that says nothing is taken for one of the page's own.
 */
export function toServerRequest(request: Request, person: MockPerson | null): Request {
  const headers = new Headers(request.headers)
  if (!headers.has('Origin') && !headers.has('Sec-Fetch-Site')) headers.set('Sec-Fetch-Site', 'same-origin')
  if (person) headers.set(personHeader, person.id)
  else headers.delete(personHeader)
  // A browser lets nobody set these headers on a Request, so they lie over it.
  return Object.defineProperty(request.clone(), 'headers', { value: headers })
}
