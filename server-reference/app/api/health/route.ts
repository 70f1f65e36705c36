import { connection } from 'next/server'
import { database } from '../../database.ts'
import { latchkey } from '../../latchkey.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods()

/** Whether the app can do its work; never why not (OP-7). What is degraded still answers, so it is 200. */
export async function GET(): Promise<Response> {
  await connection()
  const { status } = await latchkey.health()
  const said = (await canReadOwnTables()) ? status : 'down'
  return Response.json(
    { status: said },
    { status: said === 'down' ? 503 : 200, headers: { 'Cache-Control': 'no-store' } },
  )
}

async function canReadOwnTables(): Promise<boolean> {
  try {
    await database().db.selectFrom('app_consumers').select('id').limit(1).execute()
    return true
  } catch {
    return false
  }
}
