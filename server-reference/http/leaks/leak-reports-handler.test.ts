import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createTestBench } from '../../core/test-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { type LeakReportsOptions, leakReportsHandler } from './leak-reports-handler.js'
import { createSigner } from './signer.conformance.js'

/** As the partner programme publishes it, with the public half of its test key. */
const vector = {
  body: '[{"token":"some_token","type":"some_type","url":"some_url","source":"some_source"}]',
  headers: {
    'Github-Public-Key-Identifier': 'f9525bf080f75b3506ca1ead061add62b8633a346606dc5fe544e29231c6ee0d',
    'Github-Public-Key-Signature':
      'MEUCIFLZzeK++IhS+y276SRk2Pe5LfDrfvTXu6iwKKcFGCrvAiEAhHN2kDOhy2I6eGkOFmxNkOJ+L2y8oQ9A2T9GGJo6WJY=',
  },
  published: {
    key_identifier: 'f9525bf080f75b3506ca1ead061add62b8633a346606dc5fe544e29231c6ee0d',
    key: [
      '-----BEGIN PUBLIC KEY-----',
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsz9ugWDj5jK5ELBK42ynytbo38gP',
      'HzZFI03Exwz8Lh/tCfL3YxwMdLjB+bMznsanlhK0RwcGP3IDb34kQDIo3Q==',
      '-----END PUBLIC KEY-----',
      '',
    ].join('\n'),
    is_current: true,
  },
}

const github = createSigner('current')
const stranger = createSigner('current')

function open(options: LeakReportsOptions = {}) {
  const bench = createTestBench({
    store: memoryStore(),
    environments: ['live', 'test'],
    limits: { limiter: memoryRateLimits() },
  })
  const asked: string[] = []
  const errors: unknown[] = []
  const handle = leakReportsHandler(bench.latchkey, {
    fetch: async (input) => {
      asked.push(String(input))
      return Response.json({ public_keys: [vector.published, github.published] })
    },
    onError: (error, { during }) => errors.push(`${during}: ${error}`),
    ...options,
  })
  const send = (body: string, headers: Record<string, string> = github.headersFor(body)) =>
    handle(new Request('https://app.test/api/leaks', { method: 'POST', headers, body }))
  const report = (...reports: unknown[]) => send(JSON.stringify(reports))
  return { ...bench, asked, errors, handle, send, report }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const about = (token: string) => ({
  token,
  type: 'acme_api_key',
  url: 'https://github.com/a/b',
  source: 'commit',
})

describe('Reports of leaked keys (OP-5)', () => {
  it('are taken where the published vector signs them, and its token is none of ours', async () => {
    const { send, asked } = open()
    const answer = await send(vector.body, vector.headers)
    expect([answer.status, await answer.json()]).toEqual([
      200,
      [{ token_hash: sha256('some_token'), token_type: 'some_type', label: 'false_positive' }],
    ])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(asked).toEqual(['https://api.github.com/meta/public_keys/secret_scanning'])
  })

  it.each([
    ['a letter changed', vector.body.replace('some_token', 'same_token')],
    ['a line ending more', `${vector.body}\n`],
    ['other spacing', JSON.stringify(JSON.parse(vector.body), null, 1)],
    ['nothing', ''],
  ])('are refused with %s', async (_, body) => {
    expect((await open().send(body, vector.headers)).status).toBe(403)
  })

  it('are refused without a signature, with one of somebody else, and with what is none', async () => {
    const { send, latchkey, issue, present } = open()
    const { secret } = await issue({ name: 'ci', environment: 'test' })
    const body = JSON.stringify([about(secret)])
    const good = github.headersFor(body)
    for (const headers of [
      {},
      { 'Github-Public-Key-Identifier': 'current' },
      { 'Github-Public-Key-Signature': good['Github-Public-Key-Signature'] ?? '' },
      stranger.headersFor(body),
      { ...good, 'Github-Public-Key-Identifier': 'unknown' },
      { ...good, 'Github-Public-Key-Identifier': 'constructor' },
      { ...good, 'Github-Public-Key-Signature': '!' },
      { ...good, 'Github-Public-Key-Signature': Buffer.alloc(64, 1).toString('base64') },
    ]) {
      const answer = await send(body, headers)
      expect([answer.status, (await answer.json()).code]).toEqual([403, 'forbidden'])
    }
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(latchkey.measure().events.failed).toBe(0)
  })

  it('flag live keys and revoke test keys, each once, and say what each was', async () => {
    const { report, issue, present } = open()
    const live = await issue({ name: 'live' })
    const test = await issue({ name: 'test', environment: 'test' })
    const typo = `${live.secret.slice(0, -1)}!`
    const answer = await report(about(live.secret), about(test.secret), about(live.secret), about(typo))
    const entry = (token: string, label: string) => ({
      token_hash: sha256(token),
      token_type: 'acme_api_key',
      label,
    })
    const feedback = [
      entry(live.secret, 'true_positive'),
      entry(test.secret, 'true_positive'),
      entry(typo, 'false_positive'),
    ]
    expect(await answer.json()).toEqual(feedback)
    expect(await present(live.secret)).toMatchObject({ ok: true })
    expect(await present(test.secret)).toMatchObject({ code: 'key_revoked' })
    const again = await report(about(test.secret), about(live.secret))
    expect(await again.json()).toEqual([feedback[1], feedback[0]])
  })

  it('do what the policy says instead', async () => {
    const { report, issue, present } = open({
      policy: ({ environment }) => (environment === 'live' ? 'revoke' : 'flag'),
    })
    const live = await issue({ name: 'live' })
    const test = await issue({ name: 'test', environment: 'test' })
    await report(about(live.secret), about(test.secret))
    expect(await present(live.secret)).toMatchObject({ code: 'key_revoked' })
    expect(await present(test.secret)).toMatchObject({ ok: true })
  })

  it('repeat no key, neither in the answer nor in an error (ST-1)', async () => {
    const { send, report, issue, store, errors } = open()
    const { secret } = await issue()
    const unreadable = await send(`{"token":"${secret}"}`)
    const wrong = await report({ token: [secret], type: secret })
    expect([unreadable.status, wrong.status]).toEqual([400, 400])
    const answers = [await unreadable.text(), await wrong.text(), await (await report(about(secret))).text()]
    store.findByDigest = () => Promise.reject(new Error('down'))
    answers.push(await (await report(about(secret))).text())
    const said = [...answers, ...errors.map((error) => String(error))].join('\n')
    expect(said).toContain('store_unavailable')
    expect(said).not.toContain(secret.slice(-49))
  })

  it('may come without an address, with fields of some later day, and many at once', async () => {
    const { report, issue } = open()
    const { secret } = await issue()
    expect((await report({ token: secret, type: 'k', url: null, later: 1 })).status).toBe(200)
    const many = Array.from({ length: 2_000 }, (_, index) => about(`${secret}${index}`))
    expect(await (await report(...many)).json()).toHaveLength(2_000)
  })

  it('HT-17: are not read further than they may be long', async () => {
    const { send } = open({ maxBodyBytes: 100 })
    const body = JSON.stringify([about('x'.repeat(200))])
    expect((await send(body)).status).toBe(413)
    expect((await open().send(body)).status).toBe(200)
  })

  it('are sent again later while the keys to check them with cannot be fetched: never taken, never refused', async () => {
    const { send, issue, present, report, errors } = open({ fetch: () => Promise.reject(new Error('down')) })
    const { secret } = await issue({ name: 'ci', environment: 'test' })
    const answer = await report(about(secret))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60'])
    expect((await send(JSON.stringify([about(secret)]), stranger.headersFor('x'))).status).toBe(503)
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(errors).toEqual([expect.stringContaining('leak_report_keys: ')])
  })

  it('are sent again later while the store is out of reach', async () => {
    const { report, issue, store, errors } = open()
    const { secret } = await issue({ name: 'ci', environment: 'test' })
    const works = store.revoke
    store.revoke = () => Promise.reject(new Error('down'))
    const answer = await report(about(secret))
    expect([answer.status, answer.headers.has('Retry-After')]).toEqual([503, true])
    expect(errors).toEqual([expect.stringContaining('leak_report: ')])
    store.revoke = works
    expect((await report(about(secret))).status).toBe(200)
  })

  it('HT-13: come by POST', async () => {
    const answer = await open().handle(new Request('https://app.test/api/leaks'))
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST'])
  })
})
