import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { NextConfig } from 'next'

/** Where the library is: this folder is a workspace of it, wherever this folder lies. */
const root = dirname(createRequire(import.meta.url).resolve('latchkey/package.json'))

/** HT-21. The inline scripts are Next's own; everything else must come from here. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: root,
  turbopack: { root },
  typescript: { tsconfigPath: 'tsconfig.json' },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
}

export default config
