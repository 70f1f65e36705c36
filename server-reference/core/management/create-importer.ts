import * as v from 'valibot'
import {
  createInputSchema,
  idLength,
  instantSchema,
  nameMaxLength,
  toInstant,
} from '../../../src/contract/index.js'
import type { Announcer } from '../events/create-announcer.js'
import type { Digester } from '../keys/create-digester.js'
import { type RandomSource, randomBase62 } from '../keys/random-base62.js'
import type { Latchkey } from '../latchkey.js'
import type { Settings } from '../resolve-options.js'
import type { StoredKey } from '../stored-key.js'
import { withinDeadline } from '../within-deadline.js'
import { toOwnEvent } from './to-own-event.js'

/** Takes over keys that another system made and of which it kept a SHA-256, for whoever runs the server. */
export function createImporter(
  settings: Settings,
  announcer: Announcer,
  { digester, random }: { digester: Digester; random: RandomSource },
): Latchkey['importKey'] {
  const { store, now, storeTimeoutMs } = settings
  const ask = <T>(work: () => Promise<T>) => withinDeadline(storeTimeoutMs, work)
  const change = <T>(work: () => Promise<T>) => withinDeadline(store.changeTimeoutMs ?? storeTimeoutMs, work)

  return async function importKey(input, { actor = null, reason = 'imported' } = {}) {
    const parsed = v.safeParse(keyToImportSchema, input)
    if (!parsed.success) return { ok: false, code: 'validation_failed', detail: describe(parsed.issues[0]) }
    // Over a SHA-256, so a key that nobody has presented yet is kept as well as one that was made here (ST-4).
    const digests = await digester.candidates(parsed.output.sha256)
    const there = await ask(() => store.findByDigest(digests))
    if (there) return { ok: false, code: 'already_imported', id: there.id }

    const at = now()
    const key = toKey(parsed.output, randomBase62(idLength, random), at)
    const event = toOwnEvent(key, at, { type: 'created', actor, reason })
    for (const name of toNames(key)) {
      const stored = { ...key, name, digest: digests[0] }
      const inserted = await change(() =>
        store.insert({ key: stored, maxKeys: null, now: at, idempotency: null, event }),
      )
      if (!inserted.ok) continue
      announcer.announceChange(event)
      const droppedScopes = parsed.output.scopes.filter((scope) => !key.scopes.includes(scope))
      return { ok: true, id: key.id, name, droppedScopes }
    }
    return { ok: false, code: 'name_taken' }
  }

  function toKey(input: ParsedKey, id: string, at: number): Omit<StoredKey, 'digest'> {
    const { sha256: _, enabled, description, environment, scopes, ...rest } = input
    const updatedAt = toInstant(at)
    return {
      ...rest,
      id,
      description: description || null,
      environment: environment ?? settings.environments[0],
      scopes: settings.scopes.map(({ name }) => name).filter((name) => scopes.includes(name)),
      ipAllowlist: [],
      createdAt: rest.createdAt ?? updatedAt,
      updatedAt,
      createdBy: null,
      disabledAt: enabled ? null : updatedAt,
      revokedAt: null,
      revokedReason: null,
      rotation: null,
      managedBy: null,
      version: 1,
    }
  }
}

const visible = (length: number) =>
  v.pipe(v.string(), v.maxLength(length), v.regex(/^[\x21-\x7e]*$/, 'Not printable.'))
const instantOrNull = v.optional(v.nullable(instantSchema), null)
const { consumerId, name, description, environment, rateLimit } = createInputSchema.entries

/** Scopes may be anything: what is no scope of this server is dropped, and told. */
const keyToImportSchema = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Not 64 lower-case hexadecimal digits.')),
  consumerId: v.unwrap(consumerId),
  name,
  description,
  environment,
  prefix: visible(32),
  start: visible(16),
  end: v.optional(visible(16), ''),
  scopes: v.optional(v.array(v.string()), []),
  rateLimit: v.optional(v.unwrap(rateLimit), null),
  expiresAt: instantOrNull,
  createdAt: instantOrNull,
  lastUsedAt: instantOrNull,
  enabled: v.optional(v.boolean(), true),
})

type ParsedKey = v.InferOutput<typeof keyToImportSchema>

function describe({ path, message }: v.BaseIssue<unknown>): string {
  return `${String(path?.[0]?.key ?? 'key')}: ${message}`
}

/** `ci`, `ci 2` and so on, and at last with a piece of the id: other systems let many keys share a name. */
function toNames({ id, name: wanted }: Pick<StoredKey, 'id' | 'name'>): string[] {
  const endings = [...Array.from({ length: 8 }, (_, index) => ` ${index + 2}`), ` ${id}`]
  const shorten = (ending: string) =>
    Array.from(wanted)
      .slice(0, nameMaxLength - ending.length)
      .join('')
      .trimEnd()
  return [wanted, ...endings.map((ending) => shorten(ending) + ending)]
}
