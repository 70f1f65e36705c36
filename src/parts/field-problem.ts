import type { PartError } from './key-view.js'

/** What the server found wrong with a field, or with an entry of it such as `ipAllowlist.0`; null: nothing. */
export function fieldProblem(error: PartError | null, field: string): string | null {
  const found = Object.entries(error?.fields ?? {}).find(
    ([path]) => path === field || path.startsWith(`${field}.`),
  )
  return found?.[1] ?? null
}
