import type { ScopeCatalogue } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { ChoiceField } from './choice-field.js'
import { type PermissionMode, permissionModes } from './permission-choice.js'
import { ScopePicker } from './scope-picker.js'
import type { SlotClassNames } from './slot-class.js'

export interface PermissionFieldProps {
  catalogue: ScopeCatalogue
  mode: PermissionMode
  /** Names of scopes; only read with the mode `restricted`. */
  picked: ReadonlySet<string>
  onMode(mode: PermissionMode): void
  onPick(scope: string, picked: boolean): void
  error: string | null
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** What a key may do: a preset, or scope by scope. */
export function PermissionField(props: PermissionFieldProps) {
  const { catalogue, mode, picked, onMode, onPick, error, strings, classNames } = props
  return (
    <ChoiceField
      label={strings.columns.scopes}
      options={permissionModes(catalogue).map((value) => ({
        value,
        label: strings.create.preset[value].label,
      }))}
      value={mode}
      onValueChange={onMode}
      hint={strings.create.preset[mode].description}
      error={error ?? undefined}
      classNames={classNames}
    >
      {mode === 'restricted' ? (
        <ScopePicker
          catalogue={catalogue}
          picked={picked}
          onPick={onPick}
          data-invalid={error === null ? undefined : ''}
          strings={strings}
          classNames={classNames}
        />
      ) : null}
    </ChoiceField>
  )
}
