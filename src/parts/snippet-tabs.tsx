import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { ApiKey } from '../contract/index.js'
import { useCopy } from '../hooks/use-copy.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { FieldError } from './field-error.js'
import { Icon } from './icon.js'
import { ownClass } from './own-class.js'
import { replayMaskClass, replayMasks } from './replay-masks.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { maskedText, type Snippet, snippets as usualSnippets } from './snippets.js'

export interface SnippetTabsProps {
  masked: Pick<ApiKey, 'prefix' | 'start' | 'end'>
  /** Reads the secret; called only when something is copied. */
  read(): string | null
  /** A snippet went to the clipboard, and the whole key with it. */
  onCopied(): void
  /** @default 'API_KEY' */
  variable?: string | undefined
  /** @default 'https://api.example/v1', an address that nobody can have (RFC 2606 §2) */
  url?: string | undefined
  /** @default .env, cURL, Node.js, Python, Go, PHP and MCP */
  snippets?: readonly Snippet[] | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** How the key is put to use, per language: masked on the screen, whole on the clipboard. Arrow keys choose a tab. */
export function SnippetTabs(props: SnippetTabsProps) {
  const { masked, read, onCopied, strings, classNames, snippets = usualSnippets } = props
  const { variable = 'API_KEY', url = 'https://api.example/v1' } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [chosenId, setChosenId] = useState(snippets[0]?.id)
  const { status, copy } = useCopy()
  const chosen = snippets.find((each) => each.id === chosenId)
  if (!chosen) return null

  const move = (event: KeyboardEvent) => {
    const next = destination(event, snippets.indexOf(chosen), snippets.length, list.current)
    const target = next === null ? undefined : snippets[next]
    if (!target) return
    event.preventDefault()
    setChosenId(target.id)
    list.current?.querySelector<HTMLElement>(`[data-snippet="${target.id}"]`)?.focus()
  }
  const take = async () => {
    const key = read()
    if (key === null) return
    const { ok } = await copy(chosen.write({ key, variable, url }))
    if (ok) onCopied()
  }
  return (
    <div {...replayMasks} className={slotClass('snippetTabs', classNames, replayMaskClass)}>
      <div
        ref={list}
        role="tablist"
        aria-label={strings.snippet.label}
        className={ownClass('snippetList', classNames)}
      >
        {snippets.map((each) => (
          <button
            key={each.id}
            type="button"
            role="tab"
            id={`${id}-${each.id}`}
            data-snippet={each.id}
            aria-selected={each === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={each === chosen ? 0 : -1}
            onClick={() => setChosenId(each.id)}
            onKeyDown={move}
            className={slotClass('snippetTab', classNames)}
          >
            {each.label}
          </button>
        ))}
      </div>
      <div className={ownClass('snippetPanel', classNames)}>
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${chosen.id}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1).
          tabIndex={0}
          dir="ltr"
          className={slotClass('snippetCode', classNames)}
        >
          <pre>
            <code>{chosen.write({ key: maskedText(masked), variable, url })}</code>
          </pre>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label={status === 'copied' ? strings.announce.copied : strings.snippet.copy(chosen.label)}
          title={strings.snippet.copy(chosen.label)}
          onClick={take}
          className={ownClass('snippetCopy', classNames)}
        >
          <Icon name={status === 'copied' ? 'check' : 'copy'} />
        </Button>
      </div>
      {status === 'failed' ? (
        <FieldError role="alert" classNames={classNames}>
          {strings.snippet.failed}
        </FieldError>
      ) : (
        <p className={slotClass('hint', classNames)}>{strings.snippet.hidden}</p>
      )}
    </div>
  )
}

/** Where an arrow key leads; it follows the eye, so right-to-left turns it round. null: the key means nothing here. */
function destination({ key }: KeyboardEvent, at: number, count: number, list: HTMLElement | null) {
  const turned = list !== null && getComputedStyle(list).direction === 'rtl'
  const steps: Record<string, number> = { ArrowRight: turned ? -1 : 1, ArrowLeft: turned ? 1 : -1 }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? null : (at + step + count) % count
}
