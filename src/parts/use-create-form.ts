import { useState } from 'react'
import {
  type CreateInput,
  type CreateLink,
  type Environment,
  type ScopeCatalogue,
  toInstant,
} from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import {
  askedExpiry,
  type ExpiryChoice,
  type ExpiryPolicy,
  latestExpiry,
  resolveExpiry,
} from './expiry-choice.js'
import { fieldProblem } from './field-problem.js'
import type { PartError } from './key-view.js'
import { nameError } from './name-error.js'
import { noteError, toNote } from './note-error.js'
import {
  defaultPermissionMode,
  type PermissionMode,
  permissionModes,
  resolveScopes,
} from './permission-choice.js'
import { type RangeDraft, rangeError, readRanges } from './read-ranges.js'

/** What a person has entered so far. */
export interface CreateDraft {
  name: string
  environment: Environment | null
  expiry: ExpiryChoice
  /** `YYYY-MM-DD`. */
  day: string
  /** null: not chosen, so what the server has decides. */
  mode: PermissionMode | null
  picked: ReadonlySet<string>
  addresses: RangeDraft
  note: string
}

export interface CreateRules {
  policy: ExpiryPolicy
  catalogue: ScopeCatalogue | null
  environments: readonly Environment[]
  initial?: Partial<CreateInput> | undefined
  /** What a link asked for. */
  link?: CreateLink | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
}

export type CreateField = 'name' | 'expiry' | 'scopes' | 'addresses' | 'note'

/** Fields that can be wrong, in the order in which they are seen. */
export type CreateFieldErrors = Readonly<Record<CreateField, string | null>>

const nothingWrong: CreateFieldErrors = {
  name: null,
  expiry: null,
  scopes: null,
  addresses: null,
  note: null,
}

/**
 * The create form's state. Nothing is called wrong before somebody tried to submit it; what is corrected stops being
 * wrong at once; and whatever the server answers, what was entered stays.
 */
export function useCreateForm(rules: CreateRules, error: PartError | null) {
  const [begun] = useState(() => beginning(rules))
  const [draft, setDraft] = useState(begun)
  const [wrong, setWrong] = useState(nothingWrong)
  /** Grows whenever something was found wrong, for whoever leads the eye there. */
  const [attempt, setAttempt] = useState(0)
  const [answered, setAnswered] = useState<PartError | null>(null)

  const find = (found: CreateFieldErrors) => {
    setWrong(found)
    const sound = Object.values(found).every((each) => each === null)
    if (!sound) setAttempt((count) => count + 1)
    return sound
  }
  if (answered !== error) {
    setAnswered(error)
    find(serverErrors(error, rules.strings))
  }

  return {
    draft,
    mode: modeOf(draft, rules.catalogue),
    isFilledIn: printOf(draft) !== printOf(begun),
    wrong,
    attempt,
    change(field: CreateField | null, change: Partial<CreateDraft>, problem: string | null = null) {
      setDraft((before) => ({ ...before, ...change }))
      if (field !== null) setWrong((before) => ({ ...before, [field]: problem }))
    },
    /** What to send; null where something is wrong. */
    check(): CreateInput | null {
      const { draft: addresses, problem } = readRanges(draft.addresses)
      const whole = { ...draft, addresses }
      setDraft(whole)
      const sound = find({ ...errorsOf(whole, rules), addresses: rangeError(problem, rules.strings) })
      return sound ? toInput(whole, rules) : null
    },
  }
}

/** The same for drafts that hold the same. */
function printOf(draft: CreateDraft): string {
  return JSON.stringify({ ...draft, picked: [...draft.picked].sort() })
}

/** The catalogue may come after the form. */
function modeOf({ mode }: CreateDraft, catalogue: ScopeCatalogue | null): PermissionMode {
  if (catalogue === null) return mode ?? 'restricted'
  return mode !== null && permissionModes(catalogue).includes(mode) ? mode : defaultPermissionMode(catalogue)
}

/** What the server found wrong, put beside the field that it is about. */
function serverErrors(error: PartError | null, strings: LatchkeyStrings): CreateFieldErrors {
  const taken = error?.code === 'name_taken' ? strings.error.byCode.name_taken : null
  return {
    name: taken ?? fieldProblem(error, 'name'),
    expiry: fieldProblem(error, 'expiresAt'),
    scopes: fieldProblem(error, 'scopes'),
    addresses: fieldProblem(error, 'ipAllowlist'),
    note: fieldProblem(error, 'description'),
  }
}

function beginning({ policy, environments, initial, link, now, format }: CreateRules): CreateDraft {
  const scopes = link?.scopes ?? initial?.scopes
  return {
    name: link?.name ?? initial?.name ?? '',
    environment: initial?.environment ?? environments[0] ?? null,
    ...askedExpiry(link?.expiresInDays, policy, { now, timeZone: format.timeZone }),
    mode: link?.preset ?? (scopes ? 'restricted' : null),
    picked: new Set(scopes),
    addresses: { ranges: initial?.ipAllowlist ?? [], text: '' },
    note: initial?.description ?? '',
  }
}

function errorsOf(
  draft: CreateDraft,
  { policy, catalogue, now, strings, format }: CreateRules,
): Omit<CreateFieldErrors, 'addresses'> {
  const end = resolveExpiry(draft.expiry, draft.day, { now, timeZone: format.timeZone, policy })
  const latest = latestExpiry(policy, now)
  const words = strings.validation
  const noScopes =
    catalogue !== null && resolveScopes(modeOf(draft, catalogue), draft.picked, catalogue).length === 0
  return {
    name: nameError(draft.name, strings),
    expiry:
      end === undefined
        ? words.expiryMissing
        : end !== null && end <= now
          ? words.expiryPast
          : end !== null && end > latest
            ? words.expiryTooLong(format.date(latest))
            : null,
    scopes: noScopes ? words.scopesRequired : null,
    note: noteError(draft.note, strings),
  }
}

function toInput(
  draft: CreateDraft,
  { policy, catalogue, environments, now, format }: CreateRules,
): CreateInput {
  const end = resolveExpiry(draft.expiry, draft.day, { now, timeZone: format.timeZone, policy })
  const note = toNote(draft.note)
  return {
    name: draft.name,
    expiresAt: typeof end === 'number' ? toInstant(end) : null,
    ...(environments.length > 1 && draft.environment !== null && { environment: draft.environment }),
    ...(catalogue !== null && { scopes: resolveScopes(modeOf(draft, catalogue), draft.picked, catalogue) }),
    ...(draft.addresses.ranges.length > 0 && { ipAllowlist: [...draft.addresses.ranges] }),
    ...(note !== null && { description: note }),
  }
}
