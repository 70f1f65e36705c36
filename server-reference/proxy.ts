import { authMiddleware } from 'latchkey/next'
import type { NextRequest } from 'next/server'
import { clientAddress } from './app/client-address.ts'
import { contentSecurityPolicy } from './app/content-security-policy.ts'
import { environment } from './app/environment.ts'
import { latchkey } from './app/latchkey.ts'
import { refusePlainHttp } from './app/refuse-plain-http.ts'
import { reportError } from './app/report-error.ts'

const filter = authMiddleware(latchkey, {
  protectedWithKeys: ['/api/orders(.*)'],
  protectedWithEither: ['/api/whoami'],
  publicRoutes: [
    '/',
    '/sign-in',
    '/sign-up',
    '/api/auth(.*)',
    '/api/health',
    '/api/metrics',
    '/api/leaks',
    '/api/keys/openapi.json',
    '/oauth(.*)',
    '/.well-known/jwks.json',
    '/.well-known/oauth-authorization-server',
  ],
  signInUrl: '/sign-in',
  clientAddress,
  onError: reportError,
})

export default async function proxy(request: NextRequest): Promise<Response> {
  const response = refusePlainHttp(request, environment.origin) ?? (await filter(request))
  const { clerk } = environment
  // The build wrote the policy of every page, and knew nothing of Clerk.
  if (clerk) response.headers.set('Content-Security-Policy', contentSecurityPolicy(clerk.frontendApi))
  return response
}

/** Everything but the files of the build: a matcher that skipped dots would skip `/api/orders/a.b` too (MW-13). */
export const config = { matcher: ['/((?!_next/static/).*)'] }
