/**
 * The body as received. Counts what arrives; `Content-Length` only spares reading what already says it is too much.
 * null: too much (HT-17).
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('Content-Length')) > maxBytes) return null
  const chunks: Uint8Array[] = []
  let length = 0
  // Firefox has no Request.body; there, in a mock, the bytes are in memory already.
  const stream = request.body ?? new Response(await request.arrayBuffer()).body
  const reader = stream?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > maxBytes) {
      // Not awaited: a source that never settles its cancel must not hold the answer.
      reader.cancel().catch(() => undefined)
      return null
    }
    chunks.push(value)
  }
  return join(chunks, length)
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.byteLength
  }
  return body
}
