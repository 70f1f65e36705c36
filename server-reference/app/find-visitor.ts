import { AccessRefused } from 'latchkey/next'
import { auth } from './auth.ts'

/**
 * Who looks at a page that is for everybody. null: nobody, also where it cannot be told, because such a page must
 * stand without the database (VF-11). Never a lock.
 */
export async function findVisitor(): Promise<string | null> {
  try {
    return (await auth()).userId
  } catch (error) {
    if (error instanceof AccessRefused) return null
    throw error
  }
}
