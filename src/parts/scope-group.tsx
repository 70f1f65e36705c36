import type { ScopeDefinition } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { ownClass } from './own-class.js'
import { ScopeRow } from './scope-row.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ScopeGroupProps {
  heading: string
  scopes: readonly ScopeDefinition[]
  picked: ReadonlySet<string>
  onPick(scope: string, picked: boolean): void
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** The scopes under one heading, each with the sentence that says what it allows. */
export function ScopeGroup({ heading, scopes, picked, onPick, strings, classNames }: ScopeGroupProps) {
  const count = scopes.filter((scope) => picked.has(scope.name)).length
  return (
    <fieldset className={slotClass('scopeGroup', classNames)}>
      <legend className={ownClass('scopeLegend', classNames)}>
        <span>{heading}</span>
        {count > 0 ? <span>{strings.create.scopesSelected(count)}</span> : null}
      </legend>
      {scopes.map((scope) => (
        <ScopeRow
          key={scope.name}
          scope={scope}
          picked={picked.has(scope.name)}
          onPick={onPick}
          classNames={classNames}
        />
      ))}
    </fieldset>
  )
}
