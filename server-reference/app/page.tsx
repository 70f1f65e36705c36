import Link from 'next/link'
import { environment } from './environment.ts'
import { findVisitor } from './find-visitor.ts'

export default async function StartPage() {
  const userId = await findVisitor()
  const { origin } = environment
  return (
    <>
      <section className="hero">
        <h1 className="title">API keys, from the button to the protected route</h1>
        <p className="lead">
          This is Latchkey’s reference app: a small shop API that machines call with a key. People sign in,
          make a key, rotate it and revoke it; the same middleware guards both.
        </p>
        <p className="actions">
          <Link className="button" href={userId ? '/settings' : '/sign-up'}>
            {userId ? 'Manage your keys' : 'Create an account'}
          </Link>
          <Link className="button" data-variant="outline" href={userId ? '/apps' : '/sign-in'}>
            {userId ? 'Your apps' : 'Sign in'}
          </Link>
        </p>
      </section>
      <section>
        <h2 className="subtitle">Try it</h2>
        <ol className="steps">
          <li>Create a key with the permission “orders:read” and copy it. It is shown once.</li>
          <li>
            Call a protected route with it:
            <pre className="snippet">
              <code>{`curl ${origin}/api/orders \\\n  -H "Authorization: Bearer $API_KEY"`}</code>
            </pre>
          </li>
          <li>Revoke it, call again, and be refused.</li>
        </ol>
      </section>
      <section>
        <h2 className="subtitle">What is here</h2>
        <dl className="routes">
          <Route path="GET /api/orders" needs="A key with orders:read" />
          <Route path="POST /api/orders" needs="A key with orders:write" />
          <Route path="GET /api/whoami" needs="A key, or a person who is signed in" />
          <Route path="GET /api/health" needs="Nothing" />
          <Route path="/api/keys" needs="A person who is signed in" />
        </dl>
        <p>
          <a href="/api/keys/openapi.json">OpenAPI document of the key management</a>
        </p>
      </section>
    </>
  )
}

function Route({ path, needs }: { path: string; needs: string }) {
  return (
    <div className="route">
      <dt>
        <code>{path}</code>
      </dt>
      <dd>{needs}</dd>
    </div>
  )
}
