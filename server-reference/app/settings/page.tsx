import { ApiKeyManager } from 'latchkey'
import type { Metadata } from 'next'
import { environment } from '../environment.ts'
import { requirePerson } from '../require-person.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await requirePerson('/settings')
  return (
    <>
      <h1 className="title">Settings</h1>
      <ApiKeyManager baseUrl="/api/keys" secretTools={{ url: `${environment.origin}/api/orders` }} />
    </>
  )
}
