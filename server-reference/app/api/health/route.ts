import { connection } from 'next/server'
import { database } from '../../database.ts'
import { keyStore } from '../../latchkey.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods()

/** Whether the app can do its work; never why not (OP-7). */
export async function GET(): Promise<Response> {
  await connection()
  const isWell = await canRead()
  return Response.json(
    { status: isWell ? 'ok' : 'degraded' },
    { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

async function canRead(): Promise<boolean> {
  try {
    database().prepare('SELECT 1 FROM app_consumers LIMIT 1').all()
    await keyStore.findForVerification(noKey)
    return true
  } catch {
    return false
  }
}

/** An id that no key has. */
const noKey = '0'.repeat(16)
