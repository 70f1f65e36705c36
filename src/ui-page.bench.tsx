import { DefaultApiKeyManagerProvider, ApiKeyManager as TheirManager } from '@zuplo/react-api-key-manager'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { ApiKey, KeyPage } from './contract/index.js'
import { ApiKeyManager } from './index.js'

/** What is measured, in the page: see `ui.bench.ts`. */
const contenders: Record<string, (job: Job) => ReactNode> = {
  ours: ({ rows }) => <ApiKeyManager pageSize={rows} />,
  theirs: () => (
    <TheirManager
      theme="light"
      provider={Object.assign(new DefaultApiKeyManagerProvider('/theirs', 'token'), {
        // Their class answers promises where their component takes handles; nothing refreshes here.
        registerOnRefresh: () => ({}),
        unregisterOnRefresh: () => undefined,
      })}
    />
  ),
}

/** What each key has one of. Alive, so that counting them each frame costs nothing. */
const rowsIn = {
  ours: (place: HTMLElement) => place.getElementsByTagName('th'),
  theirs: (place: HTMLElement) => place.getElementsByClassName('zp-key-manager--key-control-container'),
}

export interface Job {
  contender: 'ours' | 'theirs'
  /** On the page. */
  rows: number
  /** In the account. */
  total: number
}

let root: Root | null = null

/** Writes what the server will say. That is no work of a contender's, and one of them asks for more. */
function prepare(job: Job): void {
  const written = new Map(Object.entries(answersTo(job)).map(([path, body]) => [path, JSON.stringify(body)]))
  globalThis.fetch = async (input) => {
    const path = String(input).replace(/\?.*/, '')
    return new Response(written.get(path), { headers: { 'Content-Type': 'application/json' } })
  }
}

/** Shows a contender and resolves when its rows are painted. */
async function mount(job: Job): Promise<{ elements: number }> {
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  root.render(contenders[job.contender]?.(job))
  const rows = rowsIn[job.contender](place)
  while (rows.length < job.rows) await nextFrame()
  // What arrives after the rows, such as the usage, is part of the work.
  for (let frame = 0; frame < 10; frame += 1) await nextFrame()
  return { elements: place.querySelectorAll('*').length }
}

/** Leaves the page as it was, and the browser with all of the code in its memory. */
function unmount(): void {
  root?.unmount()
  document.body.replaceChildren()
}

/** How long each event of a key press took until the next paint, in milliseconds. */
const eventMs: number[] = []
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) {
    if (['keydown', 'keypress', 'input', 'beforeinput'].includes(name)) eventMs.push(duration)
  }
}).observe({ type: 'event', buffered: true, ...{ durationThreshold: 16 } })

Object.assign(globalThis, { bench: { prepare, mount, unmount, eventMs } })

/** The same keys for both, by the path that is asked for. */
function answersTo({ rows, total }: Job): Readonly<Record<string, unknown>> {
  const keys = Array.from({ length: rows }, (_, index) => toKey(index))
  const counts = {
    active: total,
    expiring: 0,
    rotating: 0,
    disabled: 0,
    expired: 0,
    revoked: 0,
    unused: 0,
    stale: 0,
    revokedLongAgo: 0,
    total,
  }
  const page = { nextCursor: total > rows ? 'next' : null, previousCursor: null, total }
  return {
    '/theirs/consumers/my': { data: keys.map(toConsumer) },
    '/api/keys': { keys, page, counts } satisfies KeyPage,
    '/api/keys/capabilities': capabilities,
    '/api/keys/scopes': { scopes: [], presets: [] },
    '/api/keys/usage': { series: Object.fromEntries(keys.map(toSeries)) },
  }
}

function toKey(index: number): ApiKey {
  const number = String(index).padStart(4, '0')
  return {
    id: `7Qk2vB0nJ4hT${number}`,
    consumerId: 'acme',
    name: `service-${number}`,
    description: null,
    environment: 'live',
    prefix: 'lk_live_',
    start: '7Qk2',
    end: number,
    scopes: ['orders:read', 'orders:write'],
    ipAllowlist: [],
    rateLimit: null,
    createdAt: '2026-01-05T09:00:00.000Z',
    updatedAt: '2026-01-05T09:00:00.000Z',
    createdBy: { id: 'ada', name: 'Ada Lovelace' },
    expiresAt: '2036-01-05T09:00:00.000Z',
    lastUsedAt: '2026-11-05T09:00:00.000Z',
    disabledAt: null,
    revokedAt: null,
    revokedReason: null,
    rotation: null,
    managedBy: null,
    version: 1,
  }
}

/** A named key of theirs is a consumer with one key. */
function toConsumer({ id, name, createdAt, updatedAt, expiresAt }: ApiKey) {
  const key = {
    id,
    description: name,
    createdOn: createdAt,
    updatedOn: updatedAt,
    expiresOn: expiresAt,
    key: `zpka_${id}`,
  }
  return { name: id, createdOn: createdAt, description: name, apiKeys: [key] }
}

function toSeries({ id }: ApiKey, index: number) {
  const days = Array.from({ length: 30 }, (_, day) => ({
    day: `2026-11-${String(day + 1).padStart(2, '0')}`,
    allowed: (index * 37 + day * 11) % 100,
    denied: day % 9 === 0 ? 1 : 0,
  }))
  return [id, days] as const
}

const capabilities = {
  operations: [
    'list',
    'create',
    'bulk',
    'usage',
    'scopes',
    'capabilities',
    'get',
    'update',
    'rotate',
    'revoke',
  ],
  environments: ['live', 'test'],
  maxKeys: null,
  expiry: { defaultSeconds: null, maxSeconds: null, allowNever: true },
  rotation: { defaultOverlapSeconds: 86_400, maxOverlapSeconds: 604_800 },
  revocationBoundMs: 0,
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}
