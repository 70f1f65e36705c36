import { describe, expect, it } from 'vitest'
import { placeMenu } from './place-menu.js'

const menu = { width: 200, height: 100 }
const viewport = { width: 800, height: 600 }
const buttonAt = (left: number, top: number) => ({ left, top, right: left + 32, bottom: top + 32 })

describe('A menu beside its button', () => {
  it('opens below, with their ends aligned', () => {
    expect(placeMenu(buttonAt(700, 100), menu, viewport, 'ltr')).toEqual({ left: 532, top: 136 })
  })

  it('aligns at the other side where text runs from right to left', () => {
    expect(placeMenu(buttonAt(100, 100), menu, viewport, 'rtl')).toEqual({ left: 100, top: 136 })
  })

  it('aligns their starts where it is asked to', () => {
    expect(placeMenu(buttonAt(100, 100), menu, viewport, 'ltr', 'start').left).toBe(100)
    expect(placeMenu(buttonAt(500, 100), menu, viewport, 'rtl', 'start').left).toBe(332)
  })

  it('opens above where there is too little room below', () => {
    expect(placeMenu(buttonAt(700, 550), menu, viewport, 'ltr')).toEqual({ left: 532, top: 446 })
  })

  it('never leaves the viewport', () => {
    expect(placeMenu(buttonAt(10, 100), menu, viewport, 'ltr').left).toBe(8)
    expect(placeMenu(buttonAt(790, 100), menu, viewport, 'rtl').left).toBe(592)
    expect(placeMenu(buttonAt(700, 60), menu, { width: 800, height: 120 }, 'ltr').top).toBe(12)
  })
})
