import { describe, expect, it } from 'vitest'
import { refOf, sampleKey, suspensionOf, withoutDigest } from '../conformance/sample.conformance.js'
import { describeStore } from '../store.conformance.js'
import { memoryStore } from './index.js'

describeStore('memory', async () => ({ store: memoryStore() }))

describe('memory store', () => {
  it('can begin with keys', async () => {
    const key = sampleKey()
    const store = memoryStore({ keys: [key] })
    expect(await store.get(refOf(key))).toEqual(withoutDigest(key))
  })

  it('shares nothing with another', async () => {
    const [first, second] = [memoryStore(), memoryStore()]
    await first.suspendConsumer(...suspensionOf('app_1', '2026-11-23T12:00:00.000Z'))
    expect(await second.findForVerification('any')).toBeNull()
  })
})
