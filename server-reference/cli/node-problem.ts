/** As in `engines` of the package: the first with a SQLite that this can use. */
const least = [22, 18] as const

/** What to say of a Node that is too old; null: it is not. Imports nothing, so that the oldest can say it. */
export function nodeProblem(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return null
  return `latchkey needs Node ${least.join('.')} or newer, and this is ${version}.`
}
