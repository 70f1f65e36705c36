/** A text from elsewhere for a terminal: nothing in it begins a line, turns the direction or steers the terminal (OP-3). */
export function toPrintable(text: string): string {
  return text.replace(/(?!\p{Join_C})[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => toEscape(character.charCodeAt(index))).join(''),
  )
}

function toEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
