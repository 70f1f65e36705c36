/**
 * What `latchkey init` writes into a Next.js app: the files of the quick start, word for word, which `npm run guides`
 * holds to it. Kept as text, because each is code of somebody else's app.
 */
export const nextFiles: Readonly<Record<string, string>> = {
  'lib/latchkey.ts': `// lib/latchkey.ts: the one place where the parts meet
import { createAuth } from 'latchkey/next'
import { createLatchkey, developmentSession } from 'latchkey/server'
import { sqliteStore } from 'latchkey/stores/sqlite'

export const latchkey = createLatchkey({
  store: sqliteStore({ path: '.data/latchkey.db' }),
  session: developmentSession(), // you are signed in, on this machine; your sign-in takes its place
  scopes: [
    { name: 'orders:read', description: 'Read orders' },
    { name: 'orders:write', description: 'Create and change orders' },
  ],
})

export const { auth, withKeyAuth } = createAuth(latchkey)
`,
  'app/api/orders/route.ts': `// app/api/orders/route.ts: a route that keys protect
import { withKeyAuth } from '../../../lib/latchkey'

export const GET = withKeyAuth({ scopes: ['orders:read'] }, async (_request, { consumerId }) =>
  Response.json({ orders: [], consumerId }),
)
`,
  'app/api/keys/[[...path]]/route.ts': `// app/api/keys/[[...path]]/route.ts: what the component talks to
import { routeHandlers } from 'latchkey/next'
import { latchkey } from '../../../../lib/latchkey'

export const { GET, POST, PATCH } = routeHandlers(latchkey)
`,
  'app/settings/page.tsx': `// app/settings/page.tsx: where people make their keys
import { ApiKeyManager } from 'latchkey'
import 'latchkey/styles.css'

export default function Settings() {
  return (
    <main style={{ padding: 24, colorScheme: 'light dark', background: 'Canvas' }}>
      <ApiKeyManager baseUrl="/api/keys" />
    </main>
  )
}
`,
  'proxy.ts': `// proxy.ts: an early filter
import { authMiddleware } from 'latchkey/next'
import { latchkey } from './lib/latchkey'

export default authMiddleware(latchkey, {
  protectedWithKeys: ['/api/orders(.*)'],
  publicRoutes: ['/'],
})

// The build's files need no check. Nothing else is left out: what skips dots would skip /api/orders/a.b too.
export const config = { matcher: ['/((?!_next/static/).*)'] }
`,
}
