'use client'

import { useEffect } from 'react'
import { type ClerkPlace, loadClerk } from './load-clerk.ts'

/** Keeps the session of whoever has the page open from running out. Draws nothing. */
export function RenewSession({ publishableKey, frontendApi }: ClerkPlace) {
  useEffect(() => {
    // Where Clerk is out of reach the session runs out, and the page says so when something is asked.
    loadClerk({ publishableKey, frontendApi }).catch(() => {})
  }, [publishableKey, frontendApi])
  return null
}
