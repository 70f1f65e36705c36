import { memo } from 'react'
import type { ScopeDefinition } from '../contract/index.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ScopeRowProps {
  scope: ScopeDefinition
  picked: boolean
  onPick(scope: string, picked: boolean): void
  classNames?: SlotClassNames | undefined
}

/** One scope to tick, with the sentence that says what it allows. Renders again only when it changed itself. */
export const ScopeRow = memo(function ScopeRow({ scope, picked, onPick, classNames }: ScopeRowProps) {
  return (
    <label className={slotClass('scopeRow', classNames)}>
      <input
        type="checkbox"
        className={ownClass('checkbox', classNames)}
        checked={picked}
        onChange={(event) => onPick(scope.name, event.target.checked)}
      />
      <span>
        <span className={ownClass('scopeName', classNames)} translate="no" dir="ltr">
          {scope.name}
        </span>
        <span className={ownClass('scopeDescription', classNames)}>{scope.description}</span>
      </span>
    </label>
  )
})
