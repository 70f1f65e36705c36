/** "On" a date: one letter, joined to a Hebrew word such as "יום א׳", and with a hyphen to a digit or another script. */
export function onDate(date: string): string {
  return /^[א-ת]/.test(date) ? `ב${date}` : `ב־${date}`
}
