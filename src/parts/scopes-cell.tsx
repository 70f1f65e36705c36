import type { ListStrings } from '../locales/list-strings.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ScopesCellProps {
  scopes: readonly string[]
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/**
 * What a key may do, on one line: its first permission and how many more there are. "+2" is a button that shows them
 * all, to a finger and a keyboard as well; its name holds them, so that nobody depends on what it shows. Called, not
 * rendered, as are the cells beside it.
 */
export function scopesCell({ scopes, strings, classNames }: ScopesCellProps) {
  const [first] = scopes
  if (first === undefined) return <span className={ownClass('meta', classNames)}>{strings.scopes.none}</span>
  const chip = slotClass('chip', classNames)
  return (
    <span className={slotClass('scopes', classNames)}>
      <bdi className={chip} translate="no" data-tip="scopes">
        {first}
      </bdi>
      {scopes.length > 1 ? (
        <button
          type="button"
          className={ownClass('chipMore', classNames, chip)}
          data-tip="scopes"
          aria-label={`${strings.scopes.more(scopes.length - 1)}. ${strings.scopes.all(scopes.join(', '))}`}
        >
          {strings.scopes.more(scopes.length - 1)}
        </button>
      ) : null}
    </span>
  )
}
