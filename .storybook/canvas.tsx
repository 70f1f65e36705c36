import { type ReactNode, useLayoutEffect } from 'react'
import './canvas.css'

interface CanvasProps {
  scheme: 'light' | 'dark' | 'system'
  direction: 'ltr' | 'rtl'
  /** Among others on a Docs page, where a story must not decide how the page looks. */
  among: boolean
  children: ReactNode
}

/** The page around a story, as the toolbar says. */
export function Canvas({ scheme, direction, among, children }: CanvasProps) {
  const colorScheme = scheme === 'system' ? 'light dark' : scheme
  useLayoutEffect(() => {
    if (among) return
    const { documentElement } = document
    documentElement.style.colorScheme = colorScheme
    documentElement.dir = direction
  }, [among, colorScheme, direction])
  if (!among) return children
  return (
    <div className="canvas" dir={direction} style={{ colorScheme }}>
      {children}
    </div>
  )
}
