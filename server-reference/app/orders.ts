import { randomUUID } from 'node:crypto'
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
export function listOrders(consumerId: string): Order[] {
  return database()
    .prepare(
      `SELECT id, customer, total_cents, status, created_at FROM app_orders
       WHERE consumer_id = ? ORDER BY created_at DESC, id LIMIT ?`,
    )
    .all(consumerId, maxOrdersPerAnswer)
    .map(toOrder)
}

export function addOrder(consumerId: string, order: Pick<Order, 'customer' | 'totalCents'>): Order {
  return insertOrder(consumerId, { ...order, status: 'open', createdAt: new Date().toISOString() })
}

/** Something to see with the first key. */
export function seedOrders(consumerId: string): void {
  for (const order of examples) insertOrder(consumerId, order)
}

const examples: Omit<Order, 'id'>[] = [
  { customer: 'Northwind Coffee', totalCents: 12_450, status: 'paid', createdAt: '2026-11-20T09:12:00.000Z' },
  { customer: 'Atelier Vogel', totalCents: 8_900, status: 'shipped', createdAt: '2026-11-18T15:40:00.000Z' },
  { customer: 'Kestrel Bikes', totalCents: 45_000, status: 'paid', createdAt: '2026-11-11T11:05:00.000Z' },
]

function insertOrder(consumerId: string, order: Omit<Order, 'id'>): Order {
  const id = `ord_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  database()
    .prepare(
      `INSERT INTO app_orders (id, consumer_id, customer, total_cents, status, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(id, consumerId, order.customer, order.totalCents, order.status, order.createdAt)
  return { id, ...order }
}

function toOrder(row: Record<string, unknown>): Order {
  const { status } = row
  return {
    id: String(row.id),
    customer: String(row.customer),
    totalCents: Number(row.total_cents),
    status: status === 'paid' || status === 'shipped' ? status : 'open',
    createdAt: String(row.created_at),
  }
}
