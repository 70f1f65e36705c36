const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/** `90s`, `30m`, `24h` or `7d`, in seconds. null: it is none. */
export function parseDuration(text: string): number | null {
  const { count, unit = '' } = /^(?<count>\d{1,9})(?<unit>[smhd])$/.exec(text)?.groups ?? {}
  const factor = unitSeconds[unit]
  return count === undefined || factor === undefined ? null : Number(count) * factor
}
