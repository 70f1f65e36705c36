'use client'

import { useState } from 'react'
import { postJson } from './post-json.ts'

export function SignOutButton() {
  const [status, setStatus] = useState<'ready' | 'leaving' | 'failed'>('ready')

  async function signOut() {
    if (status === 'leaving') return
    setStatus('leaving')
    const result = await postJson('/api/auth/sign-out', {})
    // A whole page load: nothing of this person's stays in memory (UI-12).
    if (result.ok) window.location.assign('/sign-in')
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
