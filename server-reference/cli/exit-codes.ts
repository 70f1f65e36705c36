/** What the program answers to whoever started it. A released number never changes its meaning. */
export const exitCodes = {
  done: 0,
  /** Something broke, such as a database out of reach; `doctor` found a fault. */
  failed: 1,
  /** The command line cannot be read. Nothing was done. */
  usage: 2,
  /** There is no such key. */
  notFound: 3,
  /** A rule stands against it, such as a name that is taken; an import left out a key. */
  refused: 4,
  /** Somebody said no, or nobody could be asked and `--yes` was not given. Nothing was changed. */
  notConfirmed: 5,
  /** Ctrl-C at a question. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
