let count = 0

/** A connection of this process, to whichever file, may have committed. */
export function noteCommit(): void {
  count += 1
}

/** Another number whenever that has happened. */
export function countCommits(): number {
  return count
}
