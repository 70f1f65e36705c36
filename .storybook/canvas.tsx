import { type ReactNode, useLayoutEffect } from 'react'
import './canvas.css'
import { type ThemeName, themes } from './themes/index.ts'

interface CanvasProps {
  scheme: 'light' | 'dark' | 'system'
  direction: 'ltr' | 'rtl'
  theme: ThemeName
  /** Among others on a Docs page, where a story must not decide how the page looks. */
  among: boolean
  children: ReactNode
}

/** The page around a story, as the toolbar says. */
export function Canvas({ scheme, direction, theme, among, children }: CanvasProps) {
  const colorScheme = scheme === 'system' ? 'light dark' : scheme
  const contrast = theme === 'highContrast' ? 'more' : undefined
  useLayoutEffect(() => {
    if (among) return
    const { documentElement } = document
    documentElement.style.colorScheme = colorScheme
    documentElement.dir = direction
    // As hosts on shadcn/ui and Radix say it.
    documentElement.classList.toggle('dark', scheme === 'dark')
    if (contrast) documentElement.dataset.lkContrast = contrast
    else delete documentElement.dataset.lkContrast
  }, [among, colorScheme, scheme, direction, contrast])
  const style = themes[theme] ? <style>{themes[theme]}</style> : null
  if (!among) {
    return (
      <>
        {style}
        {children}
      </>
    )
  }
  return (
    <div
      className={scheme === 'dark' ? 'canvas dark' : 'canvas'}
      dir={direction}
      data-lk-contrast={contrast}
      style={{ colorScheme }}
    >
      {style}
      {children}
    </div>
  )
}
