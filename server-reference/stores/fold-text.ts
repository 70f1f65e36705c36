/** The form in which names and descriptions are searched and sorted: NFC, in one case. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
