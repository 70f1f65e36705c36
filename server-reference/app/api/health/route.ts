import { connection } from 'next/server'
import { database } from '../../database.ts'
import { latchkey } from '../../latchkey.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods()

/** Whether the app can do its work; never why not (OP-7). What is degraded still answers, so it is 200. */
export async function GET(): Promise<Response> {
  await connection()
  const { status } = await latchkey.health()
  const said = canReadOwnTables() ? status : 'down'
  return Response.json(
    { status: said },
    { status: said === 'down' ? 503 : 200, headers: { 'Cache-Control': 'no-store' } },
  )
}

function canReadOwnTables(): boolean {
  try {
    database().prepare('SELECT 1 FROM app_consumers LIMIT 1').all()
    return true
  } catch {
    return false
  }
}
