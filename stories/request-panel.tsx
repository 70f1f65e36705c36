import { type FormEvent, useId, useState } from 'react'

interface RequestPanelProps {
  /** The protected route to call. */
  url: string
}

interface Answer {
  status: number
  body: string
}

/** A machine in miniature: paste a key, call the route, read the answer. */
export function RequestPanel({ url }: RequestPanelProps) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const id = useId()

  async function call(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const key = String(new FormData(event.currentTarget).get('key')).trim()
    const response = await fetch(url, key ? { headers: { Authorization: `Bearer ${key}` } } : {})
    const body: unknown = await response.json()
    setAnswer({ status: response.status, body: JSON.stringify(body, null, 2) })
  }

  return (
    <form className="request-panel" onSubmit={call} aria-labelledby={id}>
      <h2 id={id}>GET /api/orders</h2>
      <label htmlFor={`${id}-key`}>Authorization: Bearer</label>
      <div className="request-line">
        {/* Uncontrolled: React would write the key into an attribute. */}
        <input
          id={`${id}-key`}
          name="key"
          placeholder="Paste a key, or send none"
          autoComplete="off"
          spellCheck={false}
          data-1p-ignore=""
        />
        <button type="submit">Send</button>
      </div>
      <output htmlFor={`${id}-key`} data-ok={answer ? answer.status < 400 : undefined}>
        {answer ? (
          <>
            <strong>{answer.status}</strong>
            <pre>{answer.body}</pre>
          </>
        ) : (
          'Nothing sent yet.'
        )}
      </output>
    </form>
  )
}
