import { expect, waitFor } from 'storybook/test'

/** Everything that a screen reader is told without being asked, in order, since `listen` was called. */
export interface Listener {
  /** That this was said, and nothing else. Ends the listening. */
  heard(transcript: readonly string[]): Promise<void>
}

const liveElements = '[aria-live], [role="alert"], [role="status"]'
/** Said only where keys take their time, which on a busy machine they may do anywhere. */
const slowStart = 'polite: Loading API keys'
const secretPart = /lk_(live|test)_[0-9A-Za-z]{16}_/

/**
 * Writes down what the live regions say: `polite:` and `assertive:` are the manager's own two; `alert:` and `status:`
 * stand where what they are about is. What a hidden region says is not heard, so it is written down as `hidden:`.
 */
export function listen(): Listener {
  const lines: string[] = []
  let seen = new Map<Element, { content: Element | null; text: string }>()

  const look = () => {
    const now = new Map<Element, { content: Element | null; text: string }>()
    for (const element of document.querySelectorAll(liveElements)) {
      const kind = element.getAttribute('aria-live') ?? element.getAttribute('role')
      if (kind === 'off') continue
      const said = { content: element.firstElementChild, text: element.textContent?.trim() ?? '' }
      now.set(element, said)
      const before = seen.get(element)
      // The same words in a new element are said again.
      if (said.text === '' || (before?.text === said.text && before.content === said.content)) continue
      lines.push(`${element.closest('[aria-hidden="true"], [inert]') ? 'hidden' : kind}: ${said.text}`)
    }
    seen = now
  }
  const observer = new MutationObserver(look)
  look()
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })

  return {
    async heard(transcript) {
      try {
        const isPromised = (line: string) => line !== slowStart || transcript.includes(slowStart)
        await waitFor(() => expect(lines.filter(isPromised)).toEqual(transcript))
        await expect(lines.join('\n')).not.toMatch(secretPart)
      } finally {
        observer.disconnect()
      }
    },
  }
}
