import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getConsumer } from '../../consumers.ts'
import { environment } from '../../environment.ts'
import { HydratedKeys } from '../../hydrated-keys.tsx'
import { prefetchKeys } from '../../prefetch-keys.ts'
import { requirePerson } from '../../require-person.ts'

export const metadata: Metadata = { title: 'App' }

export default async function AppPage({ params }: { params: Promise<{ consumerId: string }> }) {
  const { consumerId } = await params
  const { ownerId } = await requirePerson(`/apps/${encodeURIComponent(consumerId)}`)
  const consumer = await getConsumer(ownerId, consumerId)
  if (!consumer) notFound()
  return (
    <>
      <p>
        <Link href="/apps">Apps</Link>
      </p>
      <h1 className="title">
        <bdi>{consumer.name}</bdi>
      </h1>
      <HydratedKeys
        state={await prefetchKeys(consumer.id)}
        consumerId={consumer.id}
        secretTools={{ url: `${environment.origin}/api/orders` }}
      />
    </>
  )
}
