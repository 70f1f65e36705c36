import Link from 'next/link'
import { environment } from './environment.ts'
import { findVisitor } from './find-visitor.ts'
import type { ClerkPlace } from './load-clerk.ts'
import { RenewSession } from './renew-session.tsx'
import { SignOutButton } from './sign-out-button.tsx'

export async function SiteHeader() {
  const userId = await findVisitor()
  return (
    <header className="site-header">
      <Link className="brand" href="/">
        Latchkey
      </Link>
      <nav aria-label="Main">
        <ul className="nav">{userId ? <PersonLinks /> : <VisitorLinks />}</ul>
      </nav>
    </header>
  )
}

function PersonLinks() {
  const clerk = clerkPlace()
  return (
    <>
      <li>
        <Link className="nav-link" href="/settings">
          Settings
        </Link>
      </li>
      <li>
        <Link className="nav-link" href="/apps">
          Apps
        </Link>
      </li>
      <li>
        <SignOutButton clerk={clerk} />
        {clerk && <RenewSession {...clerk} />}
      </li>
    </>
  )
}

function VisitorLinks() {
  return (
    <>
      <li>
        <Link className="nav-link" href="/sign-in">
          Sign in
        </Link>
      </li>
      <li>
        <Link className="nav-link" href="/sign-up">
          Sign up
        </Link>
      </li>
    </>
  )
}

/** What a page may know of it: the rest of the environment stays on the server. */
function clerkPlace(): ClerkPlace | null {
  const { clerk } = environment
  return clerk && { publishableKey: clerk.publishableKey, frontendApi: clerk.frontendApi }
}
