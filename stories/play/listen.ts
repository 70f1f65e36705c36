import { expect, waitFor } from 'storybook/test'
import { untilStill } from '../../.storybook/until-still.ts'

/** Everything that a screen reader is told without being asked, in order, since `listen` was called. */
export interface Listener {
  /** Waits for the last of this: whoever acts sooner talks over it, and it may never be said. */
  until(transcript: readonly string[]): Promise<void>
  /** That this was said, and nothing else by the time that it is quiet. Ends the listening. */
  heard(transcript: readonly string[]): Promise<void>
}

/** What is said twice follows itself in the next render or with the next answer, which takes no longer than this. */
const quietMs = 150

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
  let onChange = () => {}
  const observer = new MutationObserver(() => {
    look()
    onChange()
  })
  look()
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })

  const saidSoFar = (transcript: readonly string[]) =>
    lines.filter((line) => line !== slowStart || transcript.includes(slowStart))
  const until = (transcript: readonly string[]) =>
    waitFor(() => expect(saidSoFar(transcript)).toEqual(transcript))
  const untilQuiet = () =>
    new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, quietMs)
      onChange = () => {
        clearTimeout(timer)
        timer = setTimeout(resolve, quietMs)
      }
    })

  return {
    until,
    async heard(transcript) {
      try {
        await until(transcript)
        await untilStill()
        await untilQuiet()
        await expect(saidSoFar(transcript)).toEqual(transcript)
        await expect(lines.join('\n')).not.toMatch(secretPart)
      } finally {
        observer.disconnect()
      }
    },
  }
}
