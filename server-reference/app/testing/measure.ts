import type { Locator, Page } from '@playwright/test'

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

const controls = 'button, a[href], input, textarea, select, summary, [role="menuitem"], [role="tab"]'

/**
 * What can be pressed or typed into, yet cannot be reached when it is scrolled to: it lies outside its frame, where
 * hidden overflow hides it from a check of the page's width, or under something that sticks.
 */
export function outOfReach(frame: Locator): Promise<string[]> {
  return frame.evaluate((element, selector) => {
    const outer = element.getBoundingClientRect()
    return [...element.querySelectorAll<HTMLElement>(selector)]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        const box = control.getBoundingClientRect()
        // Only heard, such as a radio whose label is what is seen.
        if (box.width <= 1) return false
        if (box.left < outer.left - 1 || box.right > outer.right + 1) return true
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        const label = control.closest('label')
        return hit === null || !(control.contains(hit) || label?.contains(hit) || hit.contains(control))
      })
      .map((control) => control.outerHTML.slice(0, 160))
  }, controls)
}

/** Controls with less room than this, in CSS pixels; what a label enlarges counts with its label. */
export function tooSmall(frame: Locator, least: number): Promise<string[]> {
  return frame.evaluate(
    (element, { selector, least }) =>
      [...element.querySelectorAll<HTMLElement>(selector)]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => {
          const own = control.getBoundingClientRect()
          const label = control.closest('label')?.getBoundingClientRect() ?? own
          const width = Math.max(own.width, label.width)
          const height = Math.max(own.height, label.height)
          return { control, width, height }
        })
        .filter(({ width, height }) => width > 1 && (width < least - 0.5 || height < least - 0.5))
        .map(({ control, width, height }) => `${width}×${height} ${control.outerHTML.slice(0, 120)}`),
    { selector: controls, least },
  )
}

/** Texts of which a part is cut off without a sign that there is more. */
export function cutOff(frame: Locator): Promise<string[]> {
  return frame.evaluate((element) =>
    [element, ...element.querySelectorAll<HTMLElement>('*')]
      .filter((each) => {
        if (!(each instanceof HTMLElement) || each.textContent === '') return false
        const style = getComputedStyle(each)
        // Only heard, or with a sign.
        if (style.clipPath !== 'none' || style.textOverflow === 'ellipsis') return false
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (hides(style.overflowX) && each.scrollWidth > each.clientWidth + 1) ||
          (hides(style.overflowY) && each.scrollHeight > each.clientHeight + 1)
        )
      })
      .map((each) => `${each.scrollWidth}×${each.scrollHeight} ${each.outerHTML.slice(0, 120)}`),
  )
}

/** What moves: every property that an animation on the page changes, unless it only fades or tints. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const still = ['opacity', 'color', 'backgroundColor', 'borderColor', 'offset', 'computedOffset']
    const meta = ['easing', 'composite']
    return document.getAnimations().flatMap(({ effect }) => {
      if (!(effect instanceof KeyframeEffect)) return []
      return effect
        .getKeyframes()
        .flatMap((frame) => Object.keys(frame))
        .filter((name) => ![...still, ...meta].includes(name) && !/color/i.test(name))
        .map((name) => `${name} of ${effect.target?.className ?? ''}`)
    })
  })
}
