import { type RefObject, useEffect, useState } from 'react'
import { untilStill } from '../../../.storybook/until-still.ts'
import { type Contrast, textContrasts } from '../../play/measure-contrast.ts'

/** The text that is hardest to read in here, as it is drawn now; null until something is. */
export function useContrast(place: RefObject<HTMLElement | null>, theme: object): Contrast | null {
  const [lowest, setLowest] = useState<Contrast | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme is drawn otherwise, and no node changes.
  useEffect(() => {
    const root = place.current
    if (!root) return
    let isOver = false
    const measure = async () => {
      await untilStill()
      if (isOver) return
      const [first = null, ...rest] = textContrasts(root)
      setLowest(rest.reduce((least, each) => (least && least.ratio <= each.ratio ? least : each), first))
    }
    void measure()
    const observer = new MutationObserver(() => void measure())
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      isOver = true
      observer.disconnect()
    }
  }, [place, theme])
  return lowest
}
