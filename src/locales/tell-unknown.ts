const told = new Set<unknown>()

const advice = {
  locale:
    'no locale. Dates and numbers are written in another one. Pass a BCP 47 tag such as "en-US" as `locale`, and as the `locale` of your strings.',
  timeZone:
    'no time zone. Times are shown in the browser’s. Pass an IANA name such as "Europe/Berlin" as `timeZone`.',
} as const

/** Says once of each value that `Intl` does not know it, and what to pass in its place. Only for development. */
export function tellUnknown(given: unknown, kind: keyof typeof advice): void {
  if (told.has(given)) return
  told.add(given)
  // biome-ignore lint/suspicious/noConsole: whoever passed it has no other place to learn it.
  console.warn(`Latchkey: ${JSON.stringify(given)} is ${advice[kind]}`)
}
