import { ApiKeyManager, type ApiKeyManagerProps, type ListQuestion } from 'latchkey'
import { useState } from 'react'

/** A list that can be linked to: what it is asked for is kept in the address of the page. */
export function InTheAddress(props: ApiKeyManagerProps) {
  const [question] = useState(() => fromAddress(new URLSearchParams(location.hash.slice(1))))
  return <ApiKeyManager {...props} initialList={question} onListChange={keepInAddress} />
}

function fromAddress(hash: URLSearchParams): Partial<ListQuestion> {
  const known = ['active', 'expiring', 'rotating', 'disabled', 'expired', 'revoked'] as const
  const wanted = hash.get('status')?.split(',') ?? []
  return {
    search: hash.get('search') ?? '',
    statuses: known.filter((status) => wanted.includes(status)),
    sort: hash.get('sort') === 'name' ? 'name' : '-createdAt',
  }
}

function keepInAddress({ search, statuses, sort }: ListQuestion) {
  const hash = new URLSearchParams({ search, status: statuses.join(','), sort })
  history.replaceState(history.state, '', `#${hash}`)
}
