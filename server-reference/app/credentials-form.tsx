'use client'

import { type FormEvent, useRef, useState } from 'react'
import {
  type CredentialErrors,
  type CredentialName,
  checkCredentials,
  explainRefusal,
} from './check-credentials.ts'
import { credentialLimits } from './credential-limits.ts'
import { postJson } from './post-json.ts'
import { TextField } from './text-field.tsx'

interface CredentialsFormProps {
  mode: 'sign-in' | 'sign-up'
  /** Where to go afterwards: a path of this app. */
  wayBack: string
}

type FormState =
  | { status: 'ready' | 'sending' }
  | { status: 'refused'; errors: CredentialErrors; reason?: string }

const words = {
  'sign-in': { submit: 'Sign in', sending: 'Signing in…' },
  'sign-up': { submit: 'Create account', sending: 'Creating account…' },
} as const

export function CredentialsForm({ mode, wayBack }: CredentialsFormProps) {
  const [state, setState] = useState<FormState>({ status: 'ready' })
  const form = useRef<HTMLFormElement>(null)
  const errors = state.status === 'refused' ? state.errors : {}
  const { submit, sending } = words[mode]

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state.status === 'sending') return
    const entries = new FormData(event.currentTarget)
    const read = (name: CredentialName) => String(entries.get(name) ?? '')
    const values = { name: read('name'), email: read('email').trim(), password: read('password') }
    const found = checkCredentials(mode, values)
    const firstWrong = Object.keys(found)[0]
    if (firstWrong) {
      setState({ status: 'refused', errors: found })
      form.current?.querySelector<HTMLInputElement>(`[name=${firstWrong}]`)?.focus()
      return
    }
    setState({ status: 'sending' })
    const result = await postJson(`/api/auth/${mode}/email`, values)
    // A whole page load: what the last person saw is gone from memory (UI-12).
    if (result.ok) window.location.assign(wayBack)
    else setState({ status: 'refused', errors: {}, reason: explainRefusal(result.code) })
  }

  return (
    // POST, so that a browser that submits before the script has loaded puts no password into the address.
    <form ref={form} method="post" className="form" onSubmit={send} noValidate>
      <p role="alert" className="form-error">
        {state.status === 'refused' ? state.reason : null}
      </p>
      {mode === 'sign-up' && <TextField label="Name" name="name" autoComplete="name" error={errors.name} />}
      <TextField label="E-mail" name="email" type="email" autoComplete="email" error={errors.email} />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete={mode === 'sign-in' ? 'current-password' : 'new-password'}
        hint={mode === 'sign-up' ? `At least ${credentialLimits.password.min} characters.` : undefined}
        error={errors.password}
      />
      <button type="submit" className="button" aria-disabled={state.status === 'sending'}>
        {state.status === 'sending' ? sending : submit}
      </button>
    </form>
  )
}
