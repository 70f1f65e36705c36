/** One thing that can be seen, and how well. */
export interface Contrast {
  what: string
  /** WCAG's: 1 to 21. */
  ratio: number
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

/** Every text that can be seen in here, against what is really behind it. What cannot be used now is left out. */
export function textContrasts(root: Element): Contrast[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Contrast[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim()
    const element = walker.currentNode.parentElement
    if (!text || !element || !isSeen(element)) continue
    found.push({ what: `“${text}”`, ratio: contrastOf(getComputedStyle(element).color, element) })
  }
  return found
}

/** Outlines of fields, dots of badges, sparklines and icons. */
export function graphicContrasts(root: Element): Contrast[] {
  const of = (
    selector: string,
    colorOf: (style: CSSStyleDeclaration) => string,
    behind = (it: Element) => it,
  ) =>
    [...root.querySelectorAll(selector)].filter(isSeen).map((element) => ({
      what: `${selector} in “${element.parentElement?.textContent?.trim().slice(0, 40)}”`,
      ratio: contrastOf(colorOf(getComputedStyle(element)), behind(element)),
    }))
  const parentOf = (element: Element) => element.parentElement ?? element
  return [
    ...of('.lk-input', (style) => style.borderTopColor, parentOf),
    ...of('.lk-badgeIcon', (style) => style.borderTopColor, parentOf),
    ...of('.lk-sparkline', (style) => style.stroke),
    ...of('.lk-icon', (style) => style.color),
  ]
}

/** The ring of what has the focus, against what is around it. */
export function focusContrast(element: Element): Contrast {
  const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element)
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
    return { what: 'no focus ring', ratio: 1 }
  return { what: 'focus ring', ratio: contrastOf(outlineColor, element.parentElement ?? element) }
}

function contrastOf(color: string, element: Element): number {
  const behind = backdropOf(element)
  const seen = luminanceOf(over(toRgba(color), behind))
  const other = luminanceOf(behind)
  return (Math.max(seen, other) + 0.05) / (Math.min(seen, other) + 0.05)
}

/** All backgrounds from the page up to the element, one over another. */
function backdropOf(element: Element): Rgba {
  const layers: Rgba[] = []
  for (let each: Element | null = element; each; each = each.parentElement) {
    const layer = toRgba(getComputedStyle(each).backgroundColor)
    if (layer[3] > 0) layers.unshift(layer)
    if (layer[3] === 1) break
  }
  return layers.reduce((below, layer) => over(layer, below), toRgba('Canvas'))
}

function isSeen(element: Element): boolean {
  if (element.closest('[aria-disabled="true"], :disabled, option')) return false
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const hidden = element.closest('.lk-srOnly, .lk-thead')
  return hidden === null || getComputedStyle(hidden).clipPath === 'none'
}

const canvas = document.createElement('canvas')
const pen = canvas.getContext('2d', { willReadFrequently: true })

/** Drawn, because a canvas understands every colour that CSS does, oklch() and mixtures as well. */
function toRgba(color: string): Rgba {
  if (!pen) throw new Error('This browser cannot draw.')
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = color
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}

function over([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha)
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1]
}

/** WCAG 2.2, "relative luminance". */
function luminanceOf([red, green, blue]: Rgba): number {
  const linear = (channel: number) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
