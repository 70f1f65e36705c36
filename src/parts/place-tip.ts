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

const gap = 6
const margin = 8

/**
 * Where a tooltip goes, in viewport pixels: above the middle of what it explains, below it where above is too little
 * room, and never outside the viewport.
 */
export function placeTip(anchor: Box, tip: Size, viewport: Size): { left: number; top: number } {
  const above = anchor.top - gap - tip.height
  const left = (anchor.left + anchor.right - tip.width) / 2
  return {
    top: above < margin ? anchor.bottom + gap : above,
    left: Math.max(margin, Math.min(left, viewport.width - tip.width - margin)),
  }
}
