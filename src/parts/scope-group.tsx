import type { ScopeDefinition } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
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
      <legend className="lk-scopeLegend">
        <span>{heading}</span>
        {count > 0 ? <span>{strings.create.scopesSelected(count)}</span> : null}
      </legend>
      {scopes.map((scope) => (
        <label key={scope.name} className={slotClass('scopeRow', classNames)}>
          <input
            type="checkbox"
            className="lk-checkbox"
            checked={picked.has(scope.name)}
            onChange={(event) => onPick(scope.name, event.target.checked)}
          />
          <span>
            <span className="lk-scopeName" translate="no">
              {scope.name}
            </span>
            <span className="lk-scopeDescription">{scope.description}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
