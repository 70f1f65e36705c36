'use client'

import { useState } from 'react'
import { type ClerkPlace, loadClerk } from './load-clerk.ts'
import { postJson } from './post-json.ts'

/** @param props.clerk null: the app's own accounts sign people in */
export function SignOutButton({ clerk }: { clerk: ClerkPlace | null }) {
  const [status, setStatus] = useState<'ready' | 'leaving' | 'failed'>('ready')

  async function signOut() {
    if (status === 'leaving') return
    setStatus('leaving')
    // A whole page load: nothing of this person's stays in memory (UI-12).
    if (await (clerk ? endWithClerk(clerk) : endOwn())) window.location.assign(clerk ? '/' : '/sign-in')
    else setStatus('failed')
  }

  return (
    <>
      <button type="button" className="nav-link" aria-disabled={status === 'leaving'} onClick={signOut}>
        {status === 'leaving' ? 'Signing out…' : 'Sign out'}
      </button>
      <span role="alert" className="visually-hidden">
        {status === 'failed' ? 'You are still signed in. Try again.' : ''}
      </span>
    </>
  )
}

async function endOwn(): Promise<boolean> {
  return (await postJson('/api/auth/sign-out', {})).ok
}

async function endWithClerk(place: ClerkPlace): Promise<boolean> {
  try {
    const clerk = await loadClerk(place)
    await clerk.signOut({ redirectUrl: '/' })
    return true
  } catch {
    return false
  }
}
