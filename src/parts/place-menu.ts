interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

interface Size {
  width: number
  height: number
}

const gap = 4
const margin = 8

/**
 * Where a menu goes beside its button, in viewport pixels: below it with their ends (or starts) aligned; above where
 * below is too little room; and never outside the viewport.
 */
export function placeMenu(
  button: Box,
  menu: Size,
  viewport: Size,
  direction: 'ltr' | 'rtl',
  align: 'start' | 'end' = 'end',
) {
  const below = button.bottom + gap
  const above = button.top - gap - menu.height
  const fitsBelow = below + menu.height + margin <= viewport.height
  const top = fitsBelow || above < margin ? below : above
  const left = (direction === 'rtl') === (align === 'end') ? button.left : button.right - menu.width
  return {
    top: Math.max(margin, Math.min(top, viewport.height - menu.height - margin)),
    left: Math.max(margin, Math.min(left, viewport.width - menu.width - margin)),
  }
}
