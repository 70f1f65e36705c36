import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

/** Keys of whoever is signed in, made in one go; the answer has their ids, in this order. */
export async function makeKeys(page: Page, origin: string, names: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const answer = await page.request.post('/api/keys', {
      data: { name, scopes: ['orders:read'] },
      headers: { Origin: origin, 'Idempotency-Key': randomUUID() },
    })
    expect(answer.status()).toBe(201)
    const { key } = await answer.json()
    ids.push(String(key.id))
  }
  return ids
}
