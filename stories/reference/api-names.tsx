import type { ReferenceItem } from '../../api-reference.ts'
import { withCode } from '../guides/with-code.tsx'
import './reference.css'

const kinds = [
  { kind: 'function', title: 'Components, hooks and functions' },
  { kind: 'value', title: 'Values and classes' },
  { kind: 'type', title: 'Types' },
] as const

/** Every name of an entry, with the words and the type that its declaration has. */
export function ApiNames({ items }: { items: readonly ReferenceItem[] }) {
  return (
    <div className="reference">
      {kinds.map(({ kind, title }) => {
        const some = items.filter((item) => item.kind === kind)
        if (some.length === 0) return null
        return (
          <section key={kind}>
            <h2>{title}</h2>
            <nav aria-label={title}>
              {some.map(({ name }) => (
                <a key={name} href={`#${name}`}>
                  {name}
                </a>
              ))}
            </nav>
            {some.map((item) => (
              <Name key={item.name} {...item} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function Name({ name, doc, code }: ReferenceItem) {
  return (
    <section id={name}>
      <h3>{name}</h3>
      {doc.split(/\n\s*\n|\n(?=@)/).map((paragraph) => (
        <p key={paragraph}>{withCode(paragraph)}</p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </section>
  )
}
