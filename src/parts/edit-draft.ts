import { type ApiKey, type ScopeCatalogue, toInstant, type UpdateInput } from '../contract/index.js'
import { type ExpiryChoice, type ExpiryPolicy, resolveExpiry } from './expiry-choice.js'
import { toNote } from './note-error.js'
import { type PermissionMode, resolveScopes } from './permission-choice.js'
import type { RangeDraft } from './read-ranges.js'

/** What a person has changed about a key so far. */
export interface EditDraft {
  mode: PermissionMode
  picked: ReadonlySet<string>
  expiry: ExpiryChoice
  /** `YYYY-MM-DD`. */
  day: string
  addresses: RangeDraft
  note: string
}

export type EditableKey = Pick<ApiKey, 'scopes' | 'expiresAt' | 'ipAllowlist' | 'description'>

export interface EditRules {
  catalogue: ScopeCatalogue | null
  policy: ExpiryPolicy
  /** Milliseconds since the epoch. */
  now: number
  timeZone: string
}

/** The form as it opens: everything as the key has it. */
export function beginEdit(key: EditableKey, catalogue: ScopeCatalogue | null): EditDraft {
  return {
    mode: modeOf(key.scopes, catalogue),
    picked: new Set(key.scopes),
    expiry: 'keep',
    day: '',
    addresses: { ranges: key.ipAllowlist, text: '' },
    note: key.description ?? '',
  }
}

/** Only what differs from the key: what nobody touched is nobody's decision. */
export function toPatch(draft: EditDraft, key: EditableKey, rules: EditRules): UpdateInput {
  const scopes = scopesOf(draft, rules.catalogue)
  const end = draft.expiry === 'keep' ? undefined : resolveExpiry(draft.expiry, draft.day, rules)
  const note = toNote(draft.note)
  return {
    ...(rules.catalogue !== null && !sameSet(scopes, key.scopes) && { scopes }),
    ...(end !== undefined && { expiresAt: end === null ? null : toInstant(end) }),
    ...(!sameSet(draft.addresses.ranges, key.ipAllowlist) && { ipAllowlist: [...draft.addresses.ranges] }),
    ...(note !== key.description && { description: note }),
  }
}

/** After somebody else's change: their values where this person touched nothing, this person's where they did. */
export function rebase(
  draft: EditDraft,
  before: EditableKey,
  after: EditableKey,
  catalogue: ScopeCatalogue | null,
): EditDraft {
  const theirs = beginEdit(after, catalogue)
  const touchedScopes = !sameSet(scopesOf(draft, catalogue), before.scopes)
  const touchedAddresses = draft.addresses.text !== '' || !sameSet(draft.addresses.ranges, before.ipAllowlist)
  return {
    ...draft,
    ...(!touchedScopes && { mode: theirs.mode, picked: theirs.picked }),
    ...(!touchedAddresses && { addresses: theirs.addresses }),
    ...(toNote(draft.note) === before.description && { note: theirs.note }),
  }
}

const watched = [
  'name',
  'description',
  'scopes',
  'expiresAt',
  'ipAllowlist',
  'disabledAt',
  'revokedAt',
] as const satisfies readonly (keyof ApiKey)[]

/** Names of the fields that differ between two versions of a key. */
export function changedFields(before: ApiKey, after: ApiKey): (typeof watched)[number][] {
  return watched.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** What is chosen. A scope that the server no longer lists stays with a key that has it, until somebody takes it away. */
export function scopesOf({ mode, picked }: EditDraft, catalogue: ScopeCatalogue | null): string[] {
  if (catalogue === null) return [...picked]
  if (mode !== 'restricted') return resolveScopes(mode, picked, catalogue)
  const known = new Set(catalogue.scopes.map(({ name }) => name))
  return [...resolveScopes(mode, picked, catalogue), ...[...picked].filter((name) => !known.has(name))]
}

function modeOf(scopes: readonly string[], catalogue: ScopeCatalogue | null): PermissionMode {
  const preset = catalogue?.presets.find((each) => sameSet(each.scopes, scopes))
  return preset?.name ?? 'restricted'
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(one)
  return set.size === new Set(other).size && other.every((each) => set.has(each))
}
