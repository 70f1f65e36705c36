import { statSync } from 'node:fs'

/** How long reads trust that the file is still there, in milliseconds. */
const trustMs = 5_000

export interface FileWatch {
  /** Has it been five seconds since somebody looked? */
  isDue(): boolean
  isSameFile(): boolean
}

/** Notices that the file at a path was deleted or replaced since it was opened. */
export function createFileWatch(path: string, now: () => number): FileWatch {
  const first = identify(path)
  let lookedAt = now()
  return {
    isDue: () => Math.abs(now() - lookedAt) >= trustMs,
    isSameFile: () => {
      lookedAt = now()
      return first !== null && identify(path) === first
    },
  }
}

function identify(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : null
}
