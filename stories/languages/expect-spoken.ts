import type { LatchkeyStrings } from 'latchkey'
import { expect } from 'storybook/test'

/** That an element, or the portal that it came through, says which language it is in and which way that reads. */
export async function expectSpoken(element: Element, { locale, dir }: LatchkeyStrings): Promise<void> {
  await expect(element.closest('[lang]')).toHaveAttribute('lang', locale)
  await expect(getComputedStyle(element).direction).toBe(dir)
}

/** That every key in here reads from left to right: prefix, start, dots, end, whatever the language around it does. */
export async function expectKeysInOrder(root: Element): Promise<void> {
  const keys = [...root.querySelectorAll('.lk-keyValue')].filter((key) => key.getClientRects().length > 0)
  await expect(keys.length).toBeGreaterThan(0)
  for (const key of keys) {
    const places = ['keyPrefix', 'keyStart', 'keyMask', 'keyEnd'].map(
      (part) => key.querySelector(`.lk-${part}`)?.getBoundingClientRect().left ?? Number.NaN,
    )
    await expect(places).toEqual([...places].sort((a, b) => a - b))
  }
}

/** That a name of code such as `.env` begins on the left, where the language around it begins on the right. */
export async function expectReadsOnward(element: Element): Promise<void> {
  const text = element.firstChild
  const leftOf = (at: number) => {
    const range = document.createRange()
    if (text) range.setStart(text, at)
    if (text) range.setEnd(text, at + 1)
    return range.getBoundingClientRect().left
  }
  const last = (text?.textContent?.length ?? 0) - 1
  await expect(leftOf(0)).toBeLessThan(leftOf(last))
}

/** That nothing in here is cut off, and nothing sticks out of it, however long its words are. */
export async function expectFits(root: Element): Promise<void> {
  const bounds = root.getBoundingClientRect()
  const seen = [...root.querySelectorAll<HTMLElement>('*')].filter(isSeen)
  const wide = seen.filter((each) => {
    const { left, right } = each.getBoundingClientRect()
    return left < bounds.left - 1 || right > bounds.right + 1
  })
  const cut = seen.filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
  await expect([...wide, ...cut].map(describe)).toEqual([])
}

function isSeen(element: HTMLElement): boolean {
  // Names of other people's making are cut on purpose, code and tables scroll, and what is only heard takes no room.
  if (element.closest('.lk-srOnly, .lk-liveRegion, bdi, input, .lk-snippetCode, .lk-usageScroll'))
    return false
  if (getComputedStyle(element).clipPath === 'inset(50%)') return false
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
}

function describe(element: HTMLElement): string {
  return `${element.className || element.tagName}: ${element.textContent}`
}
