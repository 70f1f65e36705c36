import { safeWayBack } from 'latchkey/next'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { CredentialsForm } from '../credentials-form.tsx'
import { findVisitor } from '../find-visitor.ts'
import { leaveForClerk } from '../leave-for-clerk.ts'

export const metadata: Metadata = { title: 'Sign up' }

export default async function SignUpPage({
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
      <h1 className="title">Create an account</h1>
      <CredentialsForm mode="sign-up" wayBack={wayBack} />
      <p className="muted">
        You have one? <Link href={`/sign-in?next=${encodeURIComponent(wayBack)}`}>Sign in</Link>
      </p>
    </section>
  )
}
