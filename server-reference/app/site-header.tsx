import Link from 'next/link'
import { findVisitor } from './find-visitor.ts'
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
        <SignOutButton />
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
