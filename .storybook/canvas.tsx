import { type ReactNode, useLayoutEffect } from 'react'
import canvasCss from './canvas.css?inline'
import { useHostCss } from './hosts/use-host-css.ts'
import { useBrowserNetwork } from './network.ts'
import { Surroundings } from './surroundings.tsx'
import { type ThemeName, themes } from './themes/index.ts'

interface CanvasProps {
  scheme: 'light' | 'dark' | 'system'
  direction: 'ltr' | 'rtl'
  theme: ThemeName
  /** As CSS writes it; `full`: as wide as there is room. */
  width: string
  network: string
  hostCss: string
  surroundings: string
  /** Among others on a Docs page, where a story must not decide how the page looks. */
  among: boolean
  children: ReactNode
}

// Apart from the style sheets of the page, so that it stays when a host's take the place of ours.
const sheet = new CSSStyleSheet()
sheet.replaceSync(canvasCss)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

/** The page around a story, as the toolbar says. */
export function Canvas(props: CanvasProps) {
  const { scheme, direction, theme, width, network, hostCss, surroundings, among, children } = props
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
  useBrowserNetwork(network)
  useHostCss(among ? 'none' : hostCss)
  const style = themes[theme] ? <style>{themes[theme]}</style> : null
  const placed = width === 'full' ? children : <div style={{ inlineSize: width }}>{children}</div>
  const content = surroundings === 'none' ? placed : <Surroundings>{placed}</Surroundings>
  if (!among) {
    return (
      <>
        {style}
        {content}
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
      {content}
    </div>
  )
}
