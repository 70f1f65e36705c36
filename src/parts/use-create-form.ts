import { useState } from 'react'
import { type CreateInput, type Environment, type ScopeCatalogue, toInstant } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import {
  defaultExpiryChoice,
  type ExpiryChoice,
  type ExpiryPolicy,
  latestExpiry,
  resolveExpiry,
} from './expiry-choice.js'
import type { PartError } from './key-view.js'
import { nameError } from './name-error.js'
import { defaultPermissionMode, type PermissionMode, resolveScopes } from './permission-choice.js'

/** What a person has entered so far. */
export interface CreateDraft {
  name: string
  environment: Environment | null
  expiry: ExpiryChoice
  /** `YYYY-MM-DD`. */
  day: string
  mode: PermissionMode
  picked: ReadonlySet<string>
}

export interface CreateRules {
  policy: ExpiryPolicy
  catalogue: ScopeCatalogue | null
  environments: readonly Environment[]
  initial?: Partial<CreateInput> | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
}

/** Fields that can be wrong, in the order in which they are seen. */
export type CreateFieldErrors = Readonly<Record<'name' | 'expiry' | 'scopes', string | null>>

const nothingWrong: CreateFieldErrors = { name: null, expiry: null, scopes: null }

/**
 * The create form's state. Nothing is called wrong before somebody tried to submit it; what is corrected stops being
 * wrong at once; and whatever the server answers, what was entered stays.
 */
export function useCreateForm(rules: CreateRules, error: PartError | null) {
  const [draft, setDraft] = useState<CreateDraft>(() => beginning(rules))
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
    wrong,
    attempt,
    change(field: keyof CreateFieldErrors | null, change: Partial<CreateDraft>) {
      setDraft((before) => ({ ...before, ...change }))
      if (field !== null) setWrong((before) => ({ ...before, [field]: null }))
    },
    /** What to send; null where something is wrong. */
    check: (): CreateInput | null => (find(errorsOf(draft, rules)) ? toInput(draft, rules) : null),
  }
}

/** What the server found wrong, put beside the field that it is about. */
function serverErrors(error: PartError | null, strings: LatchkeyStrings): CreateFieldErrors {
  const taken = error?.code === 'name_taken' ? strings.validation.nameTaken : null
  return {
    name: taken ?? error?.fields?.name ?? null,
    expiry: error?.fields?.expiresAt ?? null,
    scopes: error?.fields?.scopes ?? null,
  }
}

function beginning({ policy, catalogue, environments, initial }: CreateRules): CreateDraft {
  return {
    name: initial?.name ?? '',
    environment: initial?.environment ?? environments[0] ?? null,
    expiry: defaultExpiryChoice(policy),
    day: '',
    mode: initial?.scopes ? 'restricted' : catalogue ? defaultPermissionMode(catalogue) : 'restricted',
    picked: new Set(initial?.scopes),
  }
}

function errorsOf(
  draft: CreateDraft,
  { policy, catalogue, now, strings, format }: CreateRules,
): CreateFieldErrors {
  const end = resolveExpiry(draft.expiry, draft.day, { now, timeZone: format.timeZone, policy })
  const latest = latestExpiry(policy, now)
  const words = strings.validation
  const noScopes = catalogue !== null && resolveScopes(draft.mode, draft.picked, catalogue).length === 0
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
  }
}

function toInput(
  draft: CreateDraft,
  { policy, catalogue, environments, now, format }: CreateRules,
): CreateInput {
  const end = resolveExpiry(draft.expiry, draft.day, { now, timeZone: format.timeZone, policy })
  return {
    name: draft.name,
    expiresAt: typeof end === 'number' ? toInstant(end) : null,
    ...(environments.length > 1 && draft.environment !== null && { environment: draft.environment }),
    ...(catalogue !== null && { scopes: resolveScopes(draft.mode, draft.picked, catalogue) }),
  }
}
