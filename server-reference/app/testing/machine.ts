/** What a machine is told when it calls a protected route. */
export interface MachineAnswer {
  status: number
  headers: Headers
  body: Record<string, unknown>
  /** The problem's code; null where it was let in. */
  code: string | null
}

/** A machine with a key and nothing else: no cookie, no browser. */
export async function callAsMachine(
  origin: string,
  route: 'GET /api/orders' | 'POST /api/orders' | 'GET /api/whoami',
  secret: string | null,
): Promise<MachineAnswer> {
  const [method = 'GET', path = ''] = route.split(' ')
  const isWrite = method === 'POST'
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(secret !== null && { Authorization: `Bearer ${secret}` }),
      ...(isWrite && { 'Content-Type': 'application/json' }),
    },
    body: isWrite ? JSON.stringify({ customer: 'Kestrel Bikes', totalCents: 1250 }) : null,
  })
  const body = toRecord(await response.json().catch(() => null))
  const code = typeof body.code === 'string' ? body.code : null
  return { status: response.status, headers: response.headers, body, code }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
