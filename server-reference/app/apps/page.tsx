import type { Metadata } from 'next'
import Link from 'next/link'
import { listConsumers } from '../consumers.ts'
import { requirePerson } from '../require-person.ts'
import { CreateAppForm } from './create-app-form.tsx'

export const metadata: Metadata = { title: 'Apps' }

export default async function AppsPage() {
  const { ownerId, mayChange } = await requirePerson('/apps')
  const consumers = await listConsumers(ownerId)
  return (
    <>
      <h1 className="title">Apps</h1>
      <p className="muted">Each app calls the API with keys of its own, and sees only what belongs to it.</p>
      <ul className="card-list">
        {consumers.map(({ id, name, isDefault }) => (
          <li key={id} className="card">
            <Link className="card-link" href={`/apps/${id}`}>
              <bdi>{name}</bdi>
            </Link>
            {isDefault && <span className="badge">Default</span>}
            <code className="muted">{id}</code>
          </li>
        ))}
      </ul>
      {mayChange && (
        <>
          <h2 className="subtitle">Add an app</h2>
          <CreateAppForm />
        </>
      )}
    </>
  )
}
