import { ApiKeyManager, type ApiKeyManagerProps, useCopy } from 'latchkey'
import { useRef, useState } from 'react'
import { toCss, toElement, toVariables, untouched } from './built-theme.ts'
import { Knobs } from './knobs.tsx'
import './theme-builder.css'
import { useContrast } from './use-contrast.ts'

/** The component in colours of one's own, and the CSS for them. */
export function ThemeBuilder(props: ApiKeyManagerProps) {
  const [theme, setTheme] = useState(untouched)
  const preview = useRef<HTMLDivElement>(null)
  const lowest = useContrast(preview, theme)
  const { status, copy } = useCopy()
  const code = `${toCss(theme)}\n\n/* ${toElement(theme)} */`
  return (
    <div className="theme-builder">
      <div className="theme-choices">
        <Knobs theme={theme} onChange={setTheme} />
        <output data-enough={!lowest || lowest.ratio >= 4.5}>
          {lowest ? judge(lowest) : 'Contrast is measured as soon as something is drawn.'}
        </output>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard as well. */}
        <pre tabIndex={0}>{code}</pre>
        <div className="theme-actions">
          <button type="button" onClick={() => copy(code)}>
            {copyWords[status]}
          </button>
          <button type="button" onClick={() => setTheme(untouched)}>
            Start again
          </button>
        </div>
      </div>
      <div ref={preview} className="theme-preview" style={{ colorScheme: theme.scheme }}>
        <ApiKeyManager
          {...props}
          theme={theme.scheme}
          appearance={{ variables: toVariables(theme), density: theme.density }}
        />
      </div>
    </div>
  )
}

const copyWords = { idle: 'Copy CSS', copying: 'Copying', copied: 'Copied', failed: 'Not copied: select it' }

function judge({ what, ratio }: { what: string; ratio: number }): string {
  const worst = `${ratio.toFixed(2)} : 1 for ${what}`
  return ratio < 4.5 ? `Too little contrast: ${worst}. WCAG asks for 4.5 : 1.` : `Lowest contrast: ${worst}.`
}
