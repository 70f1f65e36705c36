import { redirect } from 'next/navigation'
import { environment } from './environment.ts'

/** Where Clerk signs people in, this app's own pages for that lead there. @param wayBack a path of this app */
export function leaveForClerk(wayBack: string): void {
  const { clerk, origin } = environment
  if (clerk === null) return
  const url = new URL(clerk.signInUrl)
  url.searchParams.set('redirect_url', origin + wayBack)
  redirect(url.href)
}
