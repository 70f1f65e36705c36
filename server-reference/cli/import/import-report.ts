import type { ImportOutcome } from '../../core/key-to-import.js'
import { toPrintable } from '../to-printable.js'
import type { KeyCandidate, Loss } from './key-candidate.js'

type ReadyCandidate = Extract<KeyCandidate, { status: 'ready' }>

/** What `--json` gives; `from` is the other system's id. */
export interface ImportResult {
  /** `id`: what it has here; null in a dry run. */
  imported: { from: string; id: string | null }[]
  alreadyImported: { from: string; id: string }[]
  /** Worked no more where they were. */
  over: { from: string; why: string }[]
  leftOut: { from: string; why: string }[]
  /** Scopes that imported keys hold now; each should be in the app's catalogue. */
  scopes: string[]
  /** Scopes that they do not hold any more, with how many keys held them. */
  droppedScopes: Record<string, number>
  /** What else was not taken over, with how many keys had it. */
  without: Partial<Record<Loss, number>>
  dryRun: boolean
}

/** Gathers what becomes of each key. */
export interface ImportReport {
  keepScopes(scopes: readonly string[]): void
  add(candidate: ReadyCandidate, outcome: ImportOutcome): void
  /** @param id what it has here; null: it is not there yet */
  wouldImport(candidate: ReadyCandidate, scopes: readonly string[], id: string | null): void
  toResult(dryRun: boolean): ImportResult
  /** For people. */
  describe(dryRun: boolean): string[]
}

const lossWords = {
  rateLimit: 'a limit of its own (--rate-limits takes it over)',
  quota: 'a bound on requests in all',
  roles: 'roles',
  metadata: 'metadata',
} as const satisfies Record<Loss, string>

/** How many are named one by one to a person; --json names all. */
const named = 20

export function createImportReport(candidates: readonly KeyCandidate[]): ImportReport {
  const result: ImportResult = {
    imported: [],
    alreadyImported: [],
    over: [],
    leftOut: [],
    scopes: [],
    droppedScopes: {},
    without: {},
    dryRun: false,
  }
  /** A scope of another system may have any name, also one that every object has. */
  const dropped = new Map<string, number>()
  for (const candidate of candidates) {
    if (candidate.status !== 'ready')
      result[candidate.status].push({ from: candidate.from, why: candidate.why })
  }

  return { keepScopes, add, wouldImport, toResult, describe }

  function keepScopes(scopes: readonly string[]): void {
    result.scopes = [...scopes].sort()
  }

  function add(candidate: ReadyCandidate, outcome: ImportOutcome): void {
    const { from } = candidate
    if (outcome.ok) take(candidate, outcome.id, outcome.droppedScopes)
    else if (outcome.code === 'already_imported') result.alreadyImported.push({ from, id: outcome.id })
    else {
      const why = outcome.code === 'validation_failed' ? outcome.detail : 'its name and all like it are taken'
      result.leftOut.push({ from, why })
    }
  }

  function wouldImport(candidate: ReadyCandidate, scopes: readonly string[], id: string | null): void {
    const { scopes: held = [] } = candidate.key
    const unknown = held.filter((scope) => !scopes.includes(scope))
    if (id === null) take(candidate, null, unknown)
    else result.alreadyImported.push({ from: candidate.from, id })
  }

  function take(
    { from, without }: ReadyCandidate,
    id: string | null,
    droppedScopes: readonly string[],
  ): void {
    result.imported.push({ from, id })
    for (const scope of droppedScopes) dropped.set(scope, (dropped.get(scope) ?? 0) + 1)
    for (const loss of without) result.without[loss] = (result.without[loss] ?? 0) + 1
  }

  function toResult(dryRun: boolean): ImportResult {
    return { ...result, droppedScopes: Object.fromEntries(dropped), dryRun }
  }

  function describe(dryRun: boolean): string[] {
    const { imported, alreadyImported, over, leftOut, scopes, without } = result
    const lines = [
      `${imported.length} ${dryRun ? 'would be imported' : 'imported'}, ${alreadyImported.length} there already, ${over.length} over, ${leftOut.length} left out.`,
      ...leftOut.slice(0, named).map(({ from, why }) => `  left out ${from}: ${why}`),
      ...(leftOut.length > named ? [`  and ${leftOut.length - named} more: --json names them`] : []),
      ...Array.from(dropped, ([scope, count]) => `  unknown scope ${scope}: dropped from ${count}`),
      ...Object.entries(lossWords).flatMap(([loss, words]) => {
        const count = Object.entries(without).find(([name]) => name === loss)?.[1]
        return count === undefined ? [] : [`  ${count} had ${words}`]
      }),
    ]
    if (scopes.length > 0) lines.push(`Scopes that your catalogue needs: ${scopes.join(', ')}`)
    if (imported.length > 0)
      lines.push('Set acceptImportedKeys: true in createLatchkey, or these keys are refused as unknown.')
    return lines.map(toPrintable)
  }
}
