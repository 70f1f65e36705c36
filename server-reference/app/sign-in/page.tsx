import { safeWayBack } from 'latchkey/next'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { CredentialsForm } from '../credentials-form.tsx'
import { findVisitor } from '../find-visitor.ts'
import { leaveForClerk } from '../leave-for-clerk.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const { next } = await searchParams
  const wayBack = safeWayBack(typeof next === 'string' ? next : null, '/settings')
  if (await findVisitor()) redirect(wayBack)
  leaveForClerk(wayBack)
  return (
    <section className="narrow">
      <h1 className="title">Sign in</h1>
      <CredentialsForm mode="sign-in" wayBack={wayBack} />
      <p className="muted">
        New here? <Link href={`/sign-up?next=${encodeURIComponent(wayBack)}`}>Create an account</Link>
      </p>
    </section>
  )
}
