import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { createdLine } from './created-line.js'
import type { KeyView } from './key-view.js'
import { Phrase } from './phrase.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface KeyMetaProps {
  view: KeyView
  /** The other key of its rotation, where it is known. */
  counterpart: KeyView | null
  strings: ListStrings
  format: Formatters
  classNames: SlotClassNames | undefined
}

/** The line under a key's name: what replaced it, who manages it, or who made it and when. Called, not rendered. */
export function keyMeta({ view, counterpart, strings, format, classNames }: KeyMetaProps) {
  return (
    <span className={slotClass('keyMeta', classNames)}>
      {view.rotation?.replacedById !== undefined && counterpart ? (
        <Phrase text={strings.key.replacedBy} values={{ name: toldApart(counterpart, view) }} />
      ) : view.managedBy ? (
        <Phrase text={strings.key.managedBy} values={{ name: view.managedBy.name }} />
      ) : (
        createdLine(view, strings, format)
      )}
    </span>
  )
}

/** A rotated key hands its name on; where both have it, the characters by which people know a key tell which is meant. */
function toldApart(counterpart: KeyView, view: KeyView): string {
  return counterpart.name === view.name ? `${counterpart.start}…${counterpart.end}` : counterpart.name
}
