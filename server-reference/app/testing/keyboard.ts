import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Somebody without a pointer. Whatever cannot be reached in a hundred steps cannot be reached, and after each key
 * press something has the focus: lost, it would begin again at the top of the page.
 */
export function createKeyboard(page: Page) {
  async function press(key: string): Promise<void> {
    await page.keyboard.press(key)
    // Behind the last stop of a page lies the browser's own.
    if (!key.endsWith('Tab')) await expectFocus(page, key)
  }

  async function step(key: string, isThere: () => Promise<boolean>, target: Locator): Promise<void> {
    for (let steps = 0; steps < 100; steps += 1) {
      if (await isThere()) return
      await press(key)
    }
    await expect(target).toBeFocused()
  }

  return {
    press,
    /** For the press that leads to another page, where focus begins anew. */
    leaveWith: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.type(text),

    /** Forward; backward with `Shift+Tab`. */
    async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      await expect(target).toBeVisible()
      await step(key, () => isFocused(target), target)
    },

    /** Among what is moved through with arrows, such as the entries of a menu. */
    async moveTo(target: Locator, key = 'ArrowDown'): Promise<void> {
      await expect(target).toBeVisible()
      await step(key, () => isFocused(target), target)
    },

    /** One stop with Tab for the whole group, then the arrows. */
    async choose(radio: Locator): Promise<void> {
      const groupName = await radio.getAttribute('name')
      const isInGroup = () =>
        page.evaluate((name) => document.activeElement?.getAttribute('name') === name, groupName)
      await step('Tab', isInGroup, radio)
      await step('ArrowRight', () => radio.isChecked(), radio)
    },

    /** Opens a menu and runs one of its items. */
    async runItem(trigger: Locator, item: Locator): Promise<void> {
      await this.tabTo(trigger)
      await press('Enter')
      await this.moveTo(item)
      await press('Enter')
    },
  }
}

/** At once, or as soon as what takes the place of what is gone is there. */
export async function expectFocus(page: Page, after: string): Promise<void> {
  const name = () => page.evaluate(() => document.activeElement?.tagName ?? 'nothing')
  await expect.poll(name, { message: `focus after ${after}`, intervals: [0, 20, 50, 100] }).not.toBe('BODY')
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement)
}
