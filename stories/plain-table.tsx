import { useApiKeyManager } from 'latchkey/headless'
import type { FormEvent } from 'react'

export function PlainTable({ baseUrl }: { baseUrl: string }) {
  const { apiKeys, createApiKeys, revokeApiKey, view, error, secret } = useApiKeyManager({ baseUrl })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    await createApiKeys({ name: String(new FormData(form).get('name')), scopes: ['orders:read'] })
    form.reset()
  }

  return (
    <div>
      <form onSubmit={submit}>
        <label>
          Name of the new key <input name="name" required />
        </label>{' '}
        <button type="submit">Create</button>
      </form>

      {secret.isOpen && (
        <p>
          Copy it now: <code>{secret.read()}</code>{' '}
          <button type="button" onClick={secret.forceClose}>
            I have it
          </button>
        </p>
      )}

      {error && <p role="alert">{error.message}</p>}

      <table aria-busy={view === 'loading'}>
        <tbody>
          {apiKeys.map(({ id, name, prefix, start, end, status }) => (
            <tr key={id}>
              <th scope="row">{name} </th>
              <td>
                <code>{`${prefix}${start}…${end}`}</code>
              </td>
              <td>{status}</td>
              <td>
                {status !== 'revoked' && (
                  <button type="button" aria-label={`Revoke ${name}`} onClick={() => revokeApiKey(id)}>
                    Revoke
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
