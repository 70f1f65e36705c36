/** What a command knows of the world outside: so that each can be run by a test without a process of its own. */
export interface Terminal {
  /** What stands behind the program's name. */
  args: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  /** The result, and nothing else: what a script reads. */
  print(text: string): void
  /** Everything else: what is going on, questions, what went wrong. */
  say(text: string): void
  /** What is going on, over what was said so before. Nothing where nobody looks on. */
  showProgress(text: string): void
  /** Whether a person can be asked. */
  isInteractive: boolean
  /** Whether the result, and what is said beside it, may have colours (`NO_COLOR`). */
  hasColours: { print: boolean; say: boolean }
  /** Rejects with a `CommandStop` where the person breaks off. */
  ask(question: string): Promise<string>
  /** The same, and what is typed is shown nowhere. */
  askSecretly(question: string): Promise<string>
  /** All of the standard input. */
  readInput(): Promise<string>
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds on a clock that nobody sets. */
  monotonicMs(): number
  fetch: typeof fetch
}
