import { afterEach, describe, expect, it } from 'vitest'
import { ada, once, openUnkey, requireValue } from './unkey-bench.conformance.js'

type Bench = Awaited<ReturnType<typeof openUnkey>>
const open: Bench[] = []
async function bench(): Promise<Bench> {
  const opened = await openUnkey()
  open.push(opened)
  return opened
}
afterEach(async () => {
  for (const { unkey } of open.splice(0)) await unkey.close()
})

/** A key of Ada's that is in another API of the workspace, which the root key may read and verify keys of as well. */
async function issueElsewhere({ issue, unkey }: Bench) {
  const { key, secret } = await issue({ name: 'elsewhere', scopes: ['orders:read'] })
  const row = unkey.state.rows.get(key.id)
  if (!row) throw new Error('the key is there')
  unkey.state.rows.delete(key.id)
  const keyId = 'key_elsewhere'
  unkey.state.rows.set(keyId, { ...row, keyId, apiId: 'api_other' })
  return { keyId, secret }
}

describe('A key of another API at Unkey', () => {
  it('opens nothing here, though Unkey calls it valid, and is answered as one that does not exist', async () => {
    const opened = await bench()
    const { secret } = await issueElsewhere(opened)
    expect(await opened.present(secret)).toEqual(await opened.present('acme_12345678'))
    expect(await opened.present(secret)).toEqual({ ok: false, code: 'invalid_key' })
    expect(String(opened.errors)).toContain('another API')
    expect(String(opened.errors)).not.toContain(secret)
  })

  it('counts as a guess of its sender', async () => {
    const opened = await bench()
    const { secret } = await issueElsewhere(opened)
    const address = '198.51.100.9'
    for (let time = 0; time < 30; time += 1) await opened.present(secret, { address })
    expect(await opened.present(secret, { address })).toMatchObject({ code: 'rate_limited' })
  })

  it('is unknown here to the person whose it is there', async () => {
    const opened = await bench()
    const { management } = opened
    const { keyId } = await issueElsewhere(opened)
    const unknown = { ok: false, code: 'not_found' }
    expect(await management.get?.(ada, keyId)).toEqual(unknown)
    expect(await management.update?.(ada, keyId, { name: 'mine' }, 1)).toEqual(unknown)
    expect(await management.rotate?.(ada, keyId, { overlapSeconds: 0 }, once)).toEqual(unknown)
    expect(await management.revoke?.(ada, keyId, {})).toEqual(unknown)
    expect(requireValue(await management.list(ada, { sort: 'name', limit: 25 })).keys).toEqual([])
  })
})

describe('A key that the root key may not read', () => {
  it('is as unknown as one that does not exist, and reported', async () => {
    const { management, unkey, errors } = await bench()
    const body = {
      error: { type: 'https://unkey.com/docs/errors/unkey/authorization/insufficient_permissions' },
    }
    unkey.disturb('keys.getKey', { status: 403, body })
    const unknown = { ok: false, code: 'not_found' }
    expect(await management.get?.(ada, 'key_elsewhere')).toEqual(unknown)
    expect(await management.revoke?.(ada, 'key_elsewhere', {})).toEqual(unknown)
    expect(String(errors)).toContain('403, insufficient_permissions')
  })
})

describe('A key of this API at Unkey', () => {
  it('is looked for in its list once in a process, however many requests begin with it', async () => {
    const { issue, present, unkey, asked } = await bench()
    const { key, secret } = await issue()
    const row = unkey.state.rows.get(key.id)
    if (!row) throw new Error('the key is there')
    // Made elsewhere, so that nothing is known of it here.
    unkey.state.rows.delete(key.id)
    unkey.state.rows.set('key_imported', { ...row, keyId: 'key_imported' })
    const before = asked('apis.listKeys')
    const answers = await Promise.all(Array.from({ length: 20 }, () => present(secret)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(asked('apis.listKeys') - before).toBe(1)
  })

  it('is not looked for where it was made or replaced here', async () => {
    const { issue, management, present, asked } = await bench()
    const { key, secret } = await issue()
    expect(await present(secret)).toMatchObject({ ok: true })
    const rotated = requireValue(await management.rotate?.(ada, key.id, { overlapSeconds: 0 }, once))
    const before = asked('apis.listKeys')
    expect(await present(rotated.secret ?? '')).toMatchObject({ ok: true })
    expect(asked('apis.listKeys')).toBe(before)
  })

  it('is "try again" where the list cannot be had, and asked for anew by the next request', async () => {
    const { issue, present, unkey, errors } = await bench()
    const { key, secret } = await issue()
    const row = unkey.state.rows.get(key.id)
    if (row) {
      unkey.state.rows.delete(key.id)
      unkey.state.rows.set('key_imported', { ...row, keyId: 'key_imported' })
    }
    unkey.disturb('apis.listKeys', { status: 500, body: {} })
    expect(await present(secret)).toMatchObject({ ok: false, code: 'store_unavailable' })
    expect(String(errors)).toContain('apis.listKeys')
    unkey.calm('apis.listKeys')
    expect(await present(secret)).toMatchObject({ ok: true })
  })
})
