import type { Metadata } from 'next'
import { environment } from '../environment.ts'
import { HydratedKeys } from '../hydrated-keys.tsx'
import { prefetchKeys } from '../prefetch-keys.ts'
import { requirePerson } from '../require-person.ts'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await requirePerson('/settings')
  return (
    <>
      <h1 className="title">Settings</h1>
      <HydratedKeys state={await prefetchKeys()} secretTools={{ url: `${environment.origin}/api/orders` }} />
    </>
  )
}
