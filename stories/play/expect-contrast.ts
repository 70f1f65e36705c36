import { expect } from 'storybook/test'
import { type Contrast, graphicContrasts, textContrasts } from './measure-contrast.ts'

/** What WCAG asks for at level AA (1.4.3, 1.4.11). */
export const enough = { text: 4.5, graphics: 3 }

/** That everything to be read or recognised in here can be. */
export async function expectContrast(root: Element, least = enough): Promise<void> {
  const texts = textContrasts(root)
  await expect(texts.length).toBeGreaterThan(3)
  await expect(below(least.text, texts)).toEqual([])
  await expect(below(least.graphics, graphicContrasts(root))).toEqual([])
}

function below(least: number, contrasts: readonly Contrast[]): string[] {
  const lacking = contrasts.filter(({ ratio }) => ratio < least)
  return [...new Set(lacking.map(({ what, ratio }) => `${ratio.toFixed(2)} ${what}`))]
}
