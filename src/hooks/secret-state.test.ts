import { describe, expect, it } from 'vitest'
import { LatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import { heldKeys, reduceSecret } from './reduce-secret.js'
import { sampleKey } from './sample-key.conformance.js'
import { isOpen, noSecret, type Reveal, type SecretEvent, type SecretQueue } from './secret-state.js'

const rules = { now: 1000, ttlMs: 600_000, startsVisible: false }
const first: Reveal = { key: keyNamed('first'), previous: null, origin: 'create' }
const second: Reveal = { key: keyNamed('second'), previous: null, origin: 'create' }
const received = (reveal: Reveal): SecretEvent => ({ type: 'received', reveal })
const saved: SecretEvent = { type: 'saved', how: 'copy', keyId: 'first' }

describe("a secret's life", () => {
  it('begins masked, with a time at which it leaves', () => {
    const { current } = life({ type: 'requested', origin: 'create' }, received(first))
    expect(current).toMatchObject({ status: 'revealed', visible: false, expiresAtMs: 601_000 })
  })

  it('is over where the host declines, as if nobody had asked', () => {
    const { current } = life({ type: 'requested', origin: 'create' }, { type: 'declined' })
    expect(current.status).toBe('idle')
  })

  it('goes on where the host declines another one meanwhile', () => {
    const { current } = life(received(first), { type: 'requested', origin: 'create' }, { type: 'declined' })
    expect(current).toMatchObject({ status: 'revealed', key: first.key })
  })

  it('asks before an unsaved secret is closed, and goes back when told to', () => {
    const asked = life(received(first), { type: 'closeRequested' })
    expect(asked.current.status).toBe('confirmingClose')
    expect(reduceSecret(asked, { type: 'closeCancelled' }, rules).current.status).toBe('revealed')
  })

  it('goes back where closing is asked for again before the question was answered: a second Escape loses nothing', () => {
    const twice = life(received(first), { type: 'closeRequested' }, { type: 'closeRequested' })
    expect(twice.current.status).toBe('revealed')
  })

  it('closes a saved secret without a question', () => {
    const { current } = life(received(first), saved, { type: 'closeRequested' })
    expect(current).toMatchObject({ status: 'closed', saved: true })
  })

  it('says that it was not saved when it is closed all the same', () => {
    const { current } = life(received(first), { type: 'closeRequested' }, { type: 'closeForced' })
    expect(current).toMatchObject({ status: 'closed', saved: false })
  })

  it('takes a copy that succeeds in the question for saved', () => {
    const { current } = life(received(first), { type: 'closeRequested' }, saved)
    expect(current.status).toBe('saved')
  })

  it('shows one at a time; the next waits until this one is closed', () => {
    const both = life(received(first), received(second))
    expect(heldKeys(both).map((key) => key.id)).toEqual(['first', 'second'])
    const next = reduceSecret(
      reduceSecret(both, { type: 'closeRequested' }, rules),
      { type: 'closeForced' },
      rules,
    )
    expect(next.current).toMatchObject({ status: 'revealed', key: second.key })
    expect(heldKeys(next)).toEqual([second.key])
  })

  it('never counts a late answer of the clipboard for the secret that came next', () => {
    const next = life(received(first), received(second), { type: 'closeForced' }, saved)
    expect(next.current).toMatchObject({ status: 'revealed', key: second.key })
  })

  it('holds nothing any more once it is wiped, waiting ones included', () => {
    const wiped = life(received(first), received(second), { type: 'wiped', reason: 'expired' })
    expect(wiped.current).toEqual({
      status: 'wiped',
      origin: 'create',
      keys: [first.key, second.key],
      reason: 'expired',
    })
    expect(heldKeys(wiped)).toEqual([])
    expect(isOpen(wiped.current)).toBe(true)
    expect(reduceSecret(wiped, { type: 'closeRequested' }, rules)).toEqual(noSecret)
  })

  it('has nothing to wipe where there is no secret', () => {
    expect(reduceSecret(noSecret, { type: 'wiped', reason: 'pagehide' }, rules)).toBe(noSecret)
  })

  it('keeps the form where the request failed', () => {
    const error = new LatchkeyError('name_taken', 'taken')
    const { current } = life(
      { type: 'requested', origin: 'create' },
      { type: 'failed', origin: 'create', error },
    )
    expect(current).toEqual({ status: 'failed', origin: 'create', error })
    expect(isOpen(current)).toBe(false)
  })

  it('says so where nobody can tell whether a key was made', () => {
    const lost: SecretEvent = { type: 'lost', origin: 'create', key: null, name: 'ci-deploy' }
    const unsure = life({ type: 'requested', origin: 'create' }, lost)
    expect(unsure.current).toMatchObject({ status: 'unknown', name: 'ci-deploy' })
    expect(reduceSecret(unsure, { type: 'closeRequested' }, rules)).toEqual(noSecret)
  })

  it.each<SecretEvent>([
    { type: 'requested', origin: 'rotate' },
    { type: 'failed', origin: 'create', error: new LatchkeyError('unreachable', '') },
    { type: 'lost', origin: 'create', key: null, name: null },
  ])('is not pushed off the page by another act: $type', (event) => {
    const shown = life(received(first))
    expect(reduceSecret(shown, event, rules).current).toBe(shown.current)
  })

  it('is followed by the word that another one got lost meanwhile', () => {
    const lost: SecretEvent = { type: 'lost', origin: 'create', key: null, name: 'billing' }
    const queued = life(received(first), received(second), lost)
    expect(queued.waiting).toHaveLength(2)
    expect(heldKeys(queued).map((key) => key.id)).toEqual(['first', 'second'])
    const closed: SecretEvent = { type: 'closeForced' }
    const later = life(received(first), received(second), lost, closed, closed)
    expect(later.current).toEqual({ status: 'unknown', origin: 'create', key: null, name: 'billing' })
    expect(reduceSecret(later, closed, rules)).toEqual(noSecret)
  })

  it('leaves the word that another one got lost behind when it is wiped', () => {
    const lost: SecretEvent = { type: 'lost', origin: 'create', key: null, name: 'billing' }
    const wiped = life(received(first), lost, { type: 'wiped', reason: 'expired' })
    expect(reduceSecret(wiped, { type: 'closeRequested' }, rules).current.status).toBe('unknown')
  })

  it('that arrives after another got lost is shown first, and the loss is told after it', () => {
    const lost: SecretEvent = { type: 'lost', origin: 'create', key: null, name: 'billing' }
    const shown = life(lost, received(first))
    expect(shown.current).toMatchObject({ status: 'revealed', key: first.key })
    expect(reduceSecret(shown, { type: 'closeForced' }, rules).current).toMatchObject({ name: 'billing' })
  })

  it('is reported lost once, however often its act is repeated', () => {
    const lost: SecretEvent = { type: 'lost', origin: 'create', key: null, name: 'billing' }
    const twice = life(received(first), lost, { ...lost, key: second.key })
    expect(twice.waiting).toEqual([{ status: 'unknown', origin: 'create', key: second.key, name: 'billing' }])
  })
})

function life(...events: SecretEvent[]): SecretQueue {
  return events.reduce((queue, event) => reduceSecret(queue, event, rules), noSecret)
}

function keyNamed(name: string): ApiKey {
  return { ...sampleKey, id: name, name }
}
