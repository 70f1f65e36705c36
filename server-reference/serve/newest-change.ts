import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When any of these files, or what is below these folders, last changed: ms since the epoch. null: none exists. */
export function newestChange(paths: readonly string[]): number | null {
  let newest: number | null = null
  for (const path of paths) {
    const changed = lastChange(path)
    if (changed !== null && (newest === null || changed > newest)) newest = changed
  }
  return newest
}

function lastChange(path: string): number | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return null
  if (!stat.isDirectory()) return isSource(path) ? stat.mtimeMs : null
  // The folder counts too: its own time changes when a file in it is deleted.
  const inside = newestChange(readdirSync(path).map((name) => join(path, name)))
  return Math.max(stat.mtimeMs, inside ?? 0)
}

/** Tests are no part of what is built. */
function isSource(path: string): boolean {
  return !/\.(?:test|e2e|conformance|bench|stories)\.tsx?$/.test(path)
}
