/** Text of another language inside a sentence, so that neither turns the other around: U+2068 … U+2069. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
