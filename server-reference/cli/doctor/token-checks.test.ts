import { describe, expect, it } from 'vitest'
import { generateSigningKey } from '../../core/tokens/generate-signing-key.js'
import { checkTokens } from './check-tokens.js'

const [first, second] = [await generateSigningKey(), await generateSigningKey()]
const secret = '0a1b2c3d4e5f60718293a4b5c6d7e8f91a2b3c4d5e6f708192a3b4c5d6e7f809'
const text = (value: unknown) => JSON.stringify(value)
const isWell = { name: 'tokens', status: 'ok', mend: null }

/** What is said of a variable has to name it, and what to do. */
async function faultOf(env: Record<string, string>): Promise<string> {
  const [finding, ...others] = await checkTokens(env)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ name: 'tokens', status: 'fault', mend: expect.any(String) })
  return finding?.says ?? ''
}

describe('What machine tokens are made with', () => {
  it('is not spoken of where nothing is set', async () => {
    expect(await checkTokens({})).toEqual([])
    expect(await checkTokens({ TOKEN_SIGNING_KEYS: '', TOKEN_AUDIENCE: '' })).toEqual([])
  })

  it.each([
    ['a key', text(first)],
    ['a list', text([first, second])],
    ['a key set', text({ keys: [first, second] })],
    ['an older key without its private part', text([first, { ...second, d: undefined }])],
  ])('is good as %s', async (_, TOKEN_SIGNING_KEYS) => {
    const [finding] = await checkTokens({ TOKEN_SIGNING_KEYS })
    expect(finding).toMatchObject(isWell)
    expect(finding?.says).toContain(first.kid)
    expect(finding?.says).toContain('300')
  })

  it.each([
    ['is no JSON', 'abc', 'not JSON'],
    ['has no private part', text({ ...first, d: undefined }), 'private part'],
    ['has one name twice', text([first, first]), 'one kid'],
    ['is no P-256 key', text({ ...first, crv: 'P-384' }), 'P-256'],
    ['has parts that do not belong together', text({ ...first, d: second.d }), 'belong together'],
    ['has an older key that cannot be read', text([first, { ...second, y: first.y }]), second.kid],
  ])('is a fault where it %s', async (_, TOKEN_SIGNING_KEYS, words) => {
    expect(await faultOf({ TOKEN_SIGNING_KEYS })).toContain(words)
  })

  it.each(['0', '901', '5 minutes', '1.5', '-1'])('is a fault where a token lives %j', async (lifetime) => {
    const env = { TOKEN_SIGNING_KEYS: text(first), TOKEN_LIFETIME_SECONDS: lifetime }
    expect(await faultOf(env)).toContain('TOKEN_LIFETIME_SECONDS')
  })

  it.each(['LATCHKEY_PEPPER', 'BETTER_AUTH_SECRET'])('is a fault where it holds %s (OP-8)', async (name) => {
    const env = { TOKEN_SIGNING_KEYS: text({ ...first, kid: secret }), [name]: secret }
    expect(await faultOf(env)).toContain(name)
  })

  it.each([
    ['TOKEN_AUDIENCE', 'https://api.example.com'],
    ['TOKEN_LIFETIME_SECONDS', '60'],
  ])('is missing where %s is set alone', async (name, value) => {
    const [finding] = await checkTokens({ [name]: value })
    expect(finding).toMatchObject({ status: 'warning', says: expect.stringContaining(name) })
  })

  it('tells nothing of the keys', async () => {
    for (const keys of [first, [first, first], { ...first, crv: 'P-384' }, { ...first, d: second.d }]) {
      const said = text(await checkTokens({ TOKEN_SIGNING_KEYS: text(keys) }))
      for (const { d = '' } of [first, second]) expect(said).not.toContain(d)
    }
  })
})
