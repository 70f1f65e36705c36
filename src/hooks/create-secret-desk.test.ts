import { describe, expect, it } from 'vitest'
import { createSecretDesk } from './create-secret-desk.js'
import { sampleKey as key } from './sample-key.conformance.js'

const openDesk = () =>
  createSecretDesk({ now: () => 0, ttlMs: 1000, startsVisible: false, onNotice: () => undefined })

describe('A desk that closes', () => {
  it('forgets what it holds, and nothing that another desk holds of the same key', () => {
    const [leaving, staying] = [openDesk(), openDesk()]
    for (const desk of [leaving, staying]) {
      desk.receive({ key, previous: null, origin: 'create' }, 'the secret')
    }
    leaving.close('unmount')
    expect(leaving.read()).toBeNull()
    expect(staying.read()).toBe('the secret')
  })
})
