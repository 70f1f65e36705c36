import { redirect } from 'next/navigation'
import { auth } from './auth.ts'

/**
 * The person who opens a page; nobody is led to the sign-in. Pages ask here even though the proxy has asked
 * before: the proxy is a filter, not the lock.
 *
 * @param wayBack the page's own path
 */
export async function requirePerson(wayBack: string): Promise<string> {
  const { userId } = await auth()
  return userId ?? redirect(`/sign-in?next=${encodeURIComponent(wayBack)}`)
}
