/** Which entry a key leads to, by the WAI-ARIA menu pattern; null where the key means nothing there. */
export function menuDestination(key: string, current: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (current + 1) % count
  if (key === 'ArrowUp') return current <= 0 ? count - 1 : current - 1
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

interface Typed {
  text: string
  /** Milliseconds, on the clock of events. */
  at: number
}

const pauseMs = 500

/**
 * Which entry begins with what was typed without a pause; null where none does. The same letter again goes on to
 * the next entry that begins with it. Writes down in `typed` what was typed so far.
 */
export function typeAhead(
  typed: Typed,
  letter: string,
  at: number,
  texts: readonly string[],
  current: number,
): number | null {
  const goesOn = at - typed.at < pauseMs
  typed.text = (goesOn ? typed.text : '') + letter.toLocaleLowerCase()
  typed.at = at
  const repeated = [...typed.text].every((each) => each === typed.text[0])
  const wanted = repeated ? (typed.text[0] ?? '') : typed.text
  const from = repeated ? current + 1 : Math.max(current, 0)
  for (let step = 0; step < texts.length; step += 1) {
    const index = (from + step) % texts.length
    if (texts[index]?.startsWith(wanted)) return index
  }
  return null
}
