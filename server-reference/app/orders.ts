import { randomUUID } from 'node:crypto'
import type { AppTables } from './app-tables.ts'
import { database } from './database.ts'

/** What the protected routes give and take: a consumer's orders. */
export interface Order {
  id: string
  customer: string
  /** In euro cents. */
  totalCents: number
  status: 'paid' | 'shipped' | 'open'
  createdAt: string
}

export const maxOrdersPerAnswer = 100

/** Newest first. */
export async function listOrders(consumerId: string): Promise<Order[]> {
  const rows = await database()
    .db.selectFrom('app_orders')
    .select(['id', 'customer', 'total_cents', 'status', 'created_at'])
    .where('consumer_id', '=', consumerId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(maxOrdersPerAnswer)
    .execute()
  return rows.map(toOrder)
}

export function addOrder(consumerId: string, order: Pick<Order, 'customer' | 'totalCents'>): Promise<Order> {
  return insertOrder(consumerId, { ...order, status: 'open', createdAt: new Date().toISOString() })
}

/** Something to see with the first key. */
export async function seedOrders(consumerId: string): Promise<void> {
  for (const order of examples) await insertOrder(consumerId, order)
}

const examples: Omit<Order, 'id'>[] = [
  { customer: 'Northwind Coffee', totalCents: 12_450, status: 'paid', createdAt: '2026-11-20T09:12:00.000Z' },
  { customer: 'Atelier Vogel', totalCents: 8_900, status: 'shipped', createdAt: '2026-11-18T15:40:00.000Z' },
  { customer: 'Kestrel Bikes', totalCents: 45_000, status: 'paid', createdAt: '2026-11-11T11:05:00.000Z' },
]

async function insertOrder(consumerId: string, order: Omit<Order, 'id'>): Promise<Order> {
  const id = `ord_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await database()
    .db.insertInto('app_orders')
    .values({
      id,
      consumer_id: consumerId,
      customer: order.customer,
      total_cents: order.totalCents,
      status: order.status,
      created_at: order.createdAt,
    })
    .execute()
  return { id, ...order }
}

function toOrder(row: Omit<AppTables['app_orders'], 'consumer_id'>): Order {
  const { status } = row
  return {
    id: row.id,
    customer: row.customer,
    totalCents: row.total_cents,
    status: status === 'paid' || status === 'shipped' ? status : 'open',
    createdAt: row.created_at,
  }
}
