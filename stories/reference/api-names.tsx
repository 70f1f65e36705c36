import { useEffect } from 'react'
import type { ReferenceItem } from '../../api-reference.ts'
import { withCode } from '../guides/with-code.tsx'
import { byTopic } from './by-topic.ts'
import './reference.css'

/** Every name of an entry by what it is about, each a line that opens to its words and the type it is declared with. */
export function ApiNames({ items }: { items: readonly ReferenceItem[] }) {
  const topics = byTopic(items)
  useEffect(openAddressed, [])
  return (
    <div className="reference">
      <nav aria-label="Topics">
        {topics.map(({ title, some }) => (
          <a key={title} href={`#${toAnchor(title)}`}>
            {title} ({some.length})
          </a>
        ))}
      </nav>
      {topics.map(({ title, some }) => (
        <section key={title}>
          <h2 id={toAnchor(title)}>{title}</h2>
          {some.map((item) => (
            <Name key={item.name} {...item} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Name({ name, doc, code }: ReferenceItem) {
  const paragraphs = doc.split(/\n\s*\n|\n(?=@)/)
  const first = paragraphs[0]?.startsWith('@') ? '' : paragraphs.shift()
  return (
    <details>
      <summary>
        <h3>{name}</h3> {first && <span>{withCode(first)}</span>}
      </summary>
      {/* In here, and not around it: a browser that is led to an anchor opens what the anchor lies in. */}
      <div id={name}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{withCode(paragraph)}</p>
        ))}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>
          <code>{code}</code>
        </pre>
      </div>
    </details>
  )
}

/** The frame around this page holds the address that somebody was sent, and Storybook scrolls there without opening it. */
function openAddressed(): void {
  const name = decodeURIComponent(window.parent.location.hash.slice(1))
  document.getElementById(name)?.closest('details')?.setAttribute('open', '')
}

function toAnchor(title: string): string {
  return title.toLowerCase().replaceAll(/\W+/g, '-')
}
