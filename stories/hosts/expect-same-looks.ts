import { expect } from 'storybook/test'
import type { WornSheets } from '../../.storybook/hosts/wear-sheets.ts'

const properties = [
  'display',
  'background-color',
  'background-image',
  'color',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-transform',
  'text-align',
  'float',
  'margin',
  'padding',
  'border-radius',
  'box-sizing',
  'box-shadow',
  'height',
] as const

const drawnByBrowser = [
  'background-color',
  'color',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-align',
]

/** That everything of ours in here looks with the host's sheets as it does without them. */
export async function expectSameLooks(root: Element, worn: WornSheets): Promise<void> {
  const withHost = looksOf(root)
  worn.setHost(false)
  const without = looksOf(root)
  worn.setHost(true)
  await expect(without.size).toBeGreaterThan(3)
  await expect(differences(without, withHost)).toEqual([])
}

/** By class: the first of each says it for all. */
function looksOf(root: Element): Map<string, Map<string, string>> {
  const looks = new Map<string, Map<string, string>>()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const { classList, tagName, dataset } = element as HTMLElement
    const own = [...classList].filter((name) => name.startsWith('lk-'))
    if (own.length === 0 || own.includes('lk-srOnly') || !element.checkVisibility()) continue
    const name = `${tagName.toLowerCase()}.${own.join('.')}${dataset.variant ? `[${dataset.variant}]` : ''}`
    if (looks.has(name)) continue
    const style = getComputedStyle(element)
    const look = new Map<string, string>(
      properties.map((property) => [property, style.getPropertyValue(property)]),
    )
    for (const side of ['top', 'right', 'bottom', 'left']) {
      const width = style.getPropertyValue(`border-${side}-width`)
      const line = `${width} ${style.getPropertyValue(`border-${side}-style`)}`
      look.set(`border-${side}`, width === '0px' ? 'none' : line)
    }
    // The browser draws these, or they are not seen at all, whatever their text and background are.
    if (own.includes('lk-checkbox') || own.includes('lk-segmentInput'))
      for (const property of drawnByBrowser) look.delete(property)
    looks.set(name, look)
  }
  return looks
}

function differences(
  wanted: Map<string, Map<string, string>>,
  seen: Map<string, Map<string, string>>,
): string[] {
  return [...wanted].flatMap(([name, look]) =>
    [...look]
      .filter(([property, value]) => seen.get(name)?.get(property) !== value)
      .map(([property, value]) => `${name} ${property}: ${value} → ${seen.get(name)?.get(property)}`),
  )
}
