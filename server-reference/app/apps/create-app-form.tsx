'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { postJson } from '../post-json.ts'
import { TextField } from '../text-field.tsx'

type FormState = { status: 'ready' | 'sending' } | { status: 'refused'; reason: string }

export function CreateAppForm() {
  const router = useRouter()
  const [state, setState] = useState<FormState>({ status: 'ready' })
  const input = useRef<HTMLInputElement>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state.status === 'sending') return
    const form = event.currentTarget
    setState({ status: 'sending' })
    const result = await postJson('/api/consumers', { name: input.current?.value ?? '' })
    if (!result.ok) {
      setState({
        status: 'refused',
        reason: refusals[result.code] ?? 'That did not work. Try again in a moment.',
      })
      input.current?.focus()
      return
    }
    form.reset()
    setState({ status: 'ready' })
    router.refresh()
  }

  return (
    <form className="form" onSubmit={send} noValidate>
      <TextField
        ref={input}
        label="Name"
        name="name"
        autoComplete="off"
        error={state.status === 'refused' ? state.reason : null}
      />
      <button type="submit" className="button" aria-disabled={state.status === 'sending'}>
        {state.status === 'sending' ? 'Adding…' : 'Add app'}
      </button>
      <p role="status" className="visually-hidden">
        {state.status === 'refused' ? state.reason : ''}
      </p>
    </form>
  )
}

const refusals: Record<string, string> = {
  validation_failed: 'Write a name of at most 64 characters.',
  name_taken: 'Another app of yours has this name. Choose a different name.',
  key_limit_reached: 'You have as many apps as one person can have.',
  unauthenticated: 'Your session has ended. Sign in again.',
  offline: 'There was no answer. Check your connection, then try again.',
}
