import { connection } from 'next/server'
import { database } from '../../database.ts'

/** Whether the app can do its work; never why not (OP-7). */
export async function GET(): Promise<Response> {
  await connection()
  const isWell = canRead()
  return Response.json(
    { status: isWell ? 'ok' : 'degraded' },
    { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

function canRead(): boolean {
  try {
    database().prepare('SELECT 1 FROM app_consumers LIMIT 1').all()
    return true
  } catch {
    return false
  }
}
