import { useState } from 'react'
import type { UpdateInput } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { beginEdit, type EditDraft, type EditRules, rebase, scopesOf, toPatch } from './edit-draft.js'
import { latestExpiry, resolveExpiry } from './expiry-choice.js'
import { fieldProblem } from './field-problem.js'
import type { KeyView, PartError } from './key-view.js'
import { noteError } from './note-error.js'
import { rangeError, readRanges } from './read-ranges.js'

export interface EditFormRules extends Omit<EditRules, 'timeZone'> {
  view: KeyView
  error: PartError | null
  strings: LatchkeyStrings
  format: Formatters
}

export type EditField = 'scopes' | 'expiry' | 'addresses' | 'note'
type Wrong = Readonly<Record<EditField, string | null>>

const nothingWrong: Wrong = { scopes: null, expiry: null, addresses: null, note: null }

/** The edit form's state. It is about the version that was opened, whatever happens to the key meanwhile. */
export function useEditForm(rules: EditFormRules) {
  const { view, error, catalogue, policy, now, strings, format } = rules
  const [base, setBase] = useState(view)
  const [draft, setDraft] = useState<EditDraft>(() => beginEdit(view, catalogue))
  const [wrong, setWrong] = useState(nothingWrong)
  /** Grows whenever something was found wrong, for whoever leads the eye there. */
  const [attempt, setAttempt] = useState(0)
  const [answered, setAnswered] = useState<PartError | null>(null)
  /** The answer that a reload has dealt with. */
  const [settled, setSettled] = useState<PartError | null>(null)

  const find = (found: Wrong) => {
    setWrong(found)
    const sound = Object.values(found).every((each) => each === null)
    if (!sound) setAttempt((count) => count + 1)
    return sound
  }
  if (answered !== error) {
    setAnswered(error)
    find({
      scopes: fieldProblem(error, 'scopes'),
      expiry: fieldProblem(error, 'expiresAt'),
      addresses: fieldProblem(error, 'ipAllowlist'),
      note: fieldProblem(error, 'description'),
    })
  }

  const moment = { catalogue, policy, now, timeZone: format.timeZone }
  return {
    base,
    draft,
    wrong,
    attempt,
    isFilledIn:
      draft.expiry !== 'keep' ||
      draft.addresses.text !== '' ||
      Object.keys(toPatch(draft, base, moment)).length > 0,
    /** What the server said last and nobody has dealt with. */
    error: settled === error ? null : error,
    change(field: EditField, change: Partial<EditDraft>, problem: string | null = null) {
      setDraft((before) => ({ ...before, ...change }))
      setWrong((before) => ({ ...before, [field]: problem }))
    },
    /** Goes on from the key as it is now, with everything that was entered. */
    reload() {
      setDraft((before) => rebase(before, base, view, catalogue))
      setBase(view)
      setSettled(error)
    },
    /** What to send; null where something is wrong, empty where nothing was changed. */
    check(): UpdateInput | null {
      const { draft: taken, problem } = readRanges(draft.addresses)
      const whole = { ...draft, addresses: taken }
      setDraft(whole)
      const end = draft.expiry === 'keep' ? null : resolveExpiry(draft.expiry, draft.day, moment)
      const latest = latestExpiry(policy, now)
      const words = strings.validation
      const sound = find({
        scopes: catalogue !== null && scopesOf(draft, catalogue).length === 0 ? words.scopesRequired : null,
        expiry:
          end === undefined
            ? words.expiryMissing
            : end !== null && end <= now
              ? words.expiryPast
              : end !== null && end > latest
                ? words.expiryTooLong(format.date(latest))
                : null,
        addresses: rangeError(problem, strings),
        note: noteError(draft.note, strings),
      })
      return sound ? toPatch(whole, base, moment) : null
    },
  }
}
