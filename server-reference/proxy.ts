import { authMiddleware } from 'latchkey/next'
import { clientAddress } from './app/client-address.ts'
import { latchkey } from './app/latchkey.ts'
import { reportError } from './app/report-error.ts'

export default authMiddleware(latchkey, {
  protectedWithKeys: ['/api/orders(.*)'],
  protectedWithEither: ['/api/whoami'],
  publicRoutes: [
    '/',
    '/sign-in',
    '/sign-up',
    '/api/auth(.*)',
    '/api/health',
    '/api/metrics',
    '/api/keys/openapi.json',
  ],
  signInUrl: '/sign-in',
  clientAddress,
  onError: reportError,
})

/** Everything but the files of the build: a matcher that skipped dots would skip `/api/orders/a.b` too (MW-13). */
export const config = { matcher: ['/((?!_next/static/|icon.svg$).*)'] }
