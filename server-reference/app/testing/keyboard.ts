import { expect, type Locator, type Page } from '@playwright/test'

/** Somebody without a pointer. Whatever cannot be reached in a hundred steps cannot be reached. */
export function createKeyboard(page: Page) {
  const press = (key: string) => page.keyboard.press(key)

  async function step(key: string, isThere: () => Promise<boolean>, target: Locator): Promise<void> {
    for (let steps = 0; steps < 100; steps += 1) {
      if (await isThere()) return
      await press(key)
    }
    await expect(target).toBeFocused()
  }

  return {
    press,
    type: (text: string) => page.keyboard.type(text),

    async tabTo(target: Locator): Promise<void> {
      await expect(target).toBeVisible()
      await step('Tab', () => isFocused(target), target)
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
      await expect(item).toBeVisible()
      await step('ArrowDown', () => isFocused(item), item)
      await press('Enter')
    },
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement)
}
