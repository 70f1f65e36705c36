import { publicVariables } from './public-variables.js'

/**
 * Carries over what the root had inherited and a portal would lose: variables, colour scheme and font from
 * wherever the host set them, direction and language.
 */
export function carryFrame(root: HTMLElement, portal: HTMLElement): void {
  const computed = getComputedStyle(root)
  for (const name of publicVariables) {
    const value = computed.getPropertyValue(name)
    if (value) portal.style.setProperty(name, value)
  }
  if (computed.colorScheme) portal.style.colorScheme = computed.colorScheme
  if (computed.fontFamily) portal.style.fontFamily = computed.fontFamily
  if (computed.direction) portal.dir = computed.direction
  const language = root.closest<HTMLElement>('[lang]')?.lang
  if (language) portal.lang = language
}
