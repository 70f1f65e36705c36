import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { KeyValue } from './key-value.js'
import type { KeyView } from './key-view.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'

export interface KeyLineageProps {
  view: KeyView
  /** null: not on this page. */
  predecessor: KeyView | null
  successor: KeyView | null
  onOpenKey(id: string): void
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** What a key replaced and what replaced it. Keys of a rotation share their name, so the key itself tells them apart. */
export function KeyLineage({ view, predecessor, successor, onOpenKey, ...look }: KeyLineageProps) {
  const { strings, format, classNames } = look
  const words = strings.details
  const kin = [
    { label: words.replaces, id: view.rotation?.replacesId, other: predecessor },
    { label: words.replacedBy, id: view.rotation?.replacedById, other: successor },
  ].filter(({ id }) => id !== undefined)
  if (kin.length === 0) return null
  return (
    <section className={ownClass('section', classNames)}>
      <h3 className={ownClass('sectionTitle', classNames)}>{words.lineage}</h3>
      <ul className={ownClass('lineage', classNames)}>
        {kin.map(({ label, other }) => (
          <li key={label}>
            <span className={ownClass('meta', classNames)}>{label}</span>
            {other ? (
              <Button variant="ghost" onClick={() => onOpenKey(other.id)}>
                <KeyValue value={other} strings={strings} classNames={classNames} />
                <span className={ownClass('meta', classNames)}>{format.date(other.createdAt)}</span>
              </Button>
            ) : (
              <span>{words.unknownKey}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
