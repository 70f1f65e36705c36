import { type ComponentPropsWithoutRef, forwardRef, useDeferredValue, useId, useMemo, useState } from 'react'
import type { ScopeCatalogue } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { matchScopes, searchFrom } from './match-scopes.js'
import { ownClass } from './own-class.js'
import { groupScopes } from './permission-choice.js'
import { Phrase } from './phrase.js'
import { ScopeGroup } from './scope-group.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { visuallyHidden } from './visually-hidden.js'

export interface ScopePickerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  catalogue: ScopeCatalogue
  /** Names of scopes. */
  picked: ReadonlySet<string>
  /** Keep it the same between renders: with hundreds of scopes, only the one that changed renders again. */
  onPick(scope: string, picked: boolean): void
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Scopes under their headings. With more than a handful there is a search, and what is picked stays counted. */
export const ScopePicker = forwardRef<HTMLDivElement, ScopePickerProps>(function ScopePicker(
  { catalogue, picked, onPick, strings, classNames, className, ...rest },
  ref,
) {
  const id = useId()
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const found = useMemo(() => matchScopes(catalogue, wanted), [catalogue, wanted])
  const groups = useMemo(() => groupScopes(found), [found])
  const words = strings.scopePicker
  return (
    <div {...rest} ref={ref} className={slotClass('scopePicker', classNames, className)}>
      {catalogue.scopes.length < searchFrom ? null : (
        <div className={ownClass('scopeTools', classNames)}>
          <input
            type="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-label={words.search}
            aria-controls={`${id}-list`}
            placeholder={words.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              // Enter would send the form that this stands in.
              if (event.key === 'Enter') event.preventDefault()
            }}
            className={slotClass('input', classNames)}
          />
          <span {...visuallyHidden(classNames)} role="status">
            {wanted === '' ? '' : words.results(found.scopes.length)}
          </span>
        </div>
      )}
      <div id={`${id}-list`} className={ownClass('scopeList', classNames)}>
        {groups.map(([heading, scopes]) => (
          <ScopeGroup
            key={heading}
            heading={heading}
            scopes={scopes}
            picked={picked}
            onPick={onPick}
            strings={strings}
            classNames={classNames}
          />
        ))}
        {groups.length === 0 ? (
          <p className={ownClass('scopeNone', classNames)}>
            <Phrase text={words.noResults} values={{ search: wanted }} />
          </p>
        ) : null}
      </div>
      <div className={ownClass('scopeCount', classNames)}>
        <span>{strings.create.scopesSelected(picked.size)}</span>
        <Button
          variant="ghost"
          aria-disabled={picked.size === 0}
          onClick={() => {
            for (const scope of picked) onPick(scope, false)
          }}
        >
          {words.clear}
        </Button>
      </div>
    </div>
  )
})
