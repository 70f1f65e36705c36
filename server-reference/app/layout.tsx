import './app.css'
import 'latchkey/styles.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteHeader } from './site-header.tsx'

export const metadata: Metadata = {
  title: { default: 'Latchkey reference app', template: '%s · Latchkey reference app' },
  description:
    'A small shop API with API keys: make one here, call a protected route with it, rotate it, revoke it.',
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <SiteHeader />
        <main id="main" className="page">
          {children}
        </main>
      </body>
    </html>
  )
}
