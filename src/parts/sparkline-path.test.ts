import { describe, expect, it } from 'vitest'
import { sparklinePath } from './sparkline-path.js'

const quiet = { allowed: 0, denied: 0 }
const month = (...last: { allowed: number; denied: number }[]) => [
  ...Array.from({ length: 30 - last.length }, () => quiet),
  ...last,
]
const bars = (path: string) => path.split('M').slice(1)

describe('The drawing of 30 days', () => {
  it('has a bar for each day, and draws a day without requests as one pixel', () => {
    const { allowed, denied } = sparklinePath(month())
    expect(bars(allowed)).toHaveLength(30)
    expect(bars(allowed).every((bar) => bar.endsWith(' 20v-1'))).toBe(true)
    expect(denied).toBe('')
  })

  it('fills its height with the busiest day, and shows the smallest as more than nothing', () => {
    const { allowed } = sparklinePath(month({ allowed: 1, denied: 0 }, { allowed: 5000, denied: 0 }))
    expect(bars(allowed).slice(-2)).toEqual(['85 20v-2', '88 20v-20'])
  })

  it('puts refused requests on top, however few they are', () => {
    const { allowed, denied } = sparklinePath(month({ allowed: 999, denied: 1 }))
    expect(bars(denied)).toEqual(['88 2v-2'])
    expect(bars(allowed).at(-1)).toBe('88 20v-18')
  })

  it('draws a day of nothing but refusals without the colour of what was let through', () => {
    const { allowed, denied } = sparklinePath(month({ allowed: 0, denied: 4 }))
    expect(bars(denied)).toEqual(['88 20v-20'])
    expect(bars(allowed)).toHaveLength(29)
  })

  it('ends today: days before a key was made are without requests, and older ones are left out', () => {
    expect(bars(sparklinePath([{ allowed: 3, denied: 0 }]).allowed).at(-1)).toBe('88 20v-20')
    expect(bars(sparklinePath([{ allowed: 900, denied: 0 }, ...month()]).allowed)[0]).toBe('1 20v-1')
  })
})
