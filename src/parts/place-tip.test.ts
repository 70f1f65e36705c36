import { describe, expect, it } from 'vitest'
import { placeTip } from './place-tip.js'

const tip = { width: 100, height: 24 }
const viewport = { width: 800, height: 600 }
const anchorAt = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 })

describe('A tooltip', () => {
  it('is above the middle of what it explains', () => {
    expect(placeTip(anchorAt(300, 200), tip, viewport)).toEqual({ left: 280, top: 170 })
  })

  it('is below where above is too little room', () => {
    expect(placeTip(anchorAt(300, 30), tip, viewport).top).toBe(56)
  })

  it('never leaves the viewport at its sides', () => {
    expect(placeTip(anchorAt(0, 200), tip, viewport).left).toBe(8)
    expect(placeTip(anchorAt(760, 200), tip, viewport).left).toBe(692)
  })
})
