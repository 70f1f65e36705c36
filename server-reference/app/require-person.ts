import { redirect } from 'next/navigation'
import { auth } from './auth.ts'
import { mayChange, ownerOf } from './owner-of.ts'

/**
 * The person who opens a page; nobody is led to the sign-in. Pages ask here even though the proxy has asked
 * before: the proxy is a filter, not the lock.
 *
 * @param wayBack the page's own path
 */
export async function requirePerson(wayBack: string): Promise<Visitor> {
  const identity = await auth()
  if (identity.userId === null) redirect(`/sign-in?next=${encodeURIComponent(wayBack)}`)
  return { ownerId: ownerOf(identity), mayChange: mayChange(identity) }
}

export interface Visitor {
  /** Whose apps are shown. */
  ownerId: string
  mayChange: boolean
}
