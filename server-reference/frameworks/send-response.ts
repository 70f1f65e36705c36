import type { ServerResponse } from 'node:http'

/** Writes an answer of ours, which are short, to Node's. */
export async function sendResponse(to: ServerResponse, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer())
  to.statusCode = answer.status
  for (const [name, value] of answer.headers) to.appendHeader(name, value)
  to.end(body)
}
