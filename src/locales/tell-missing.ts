const missing = new Set<string>()

/** Says which texts a catalogue lacks, all of them at once. Only for development. */
export function tellMissing(path: string): void {
  if (missing.size === 0) queueMicrotask(tell)
  missing.add(path)
}

function tell(): void {
  // biome-ignore lint/suspicious/noConsole: whoever wrote the catalogue has no other place to learn it.
  console.warn(
    `Latchkey: your strings lack ${[...missing].join(', ')}. People read English there. Spread a whole catalogue into yours: { ...en, title: 'Keys' }.`,
  )
  missing.clear()
}
