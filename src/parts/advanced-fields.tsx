import type { Environment } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { ChoiceField } from './choice-field.js'
import { Disclosure } from './disclosure.js'
import { RangeField } from './range-field.js'
import type { RangeDraft } from './read-ranges.js'
import type { SlotClassNames } from './slot-class.js'
import { TextField } from './text-field.js'

export interface AdvancedFieldsProps {
  environment: Environment | null
  /** Asked only where there is a choice. */
  environments: readonly Environment[]
  onEnvironment(environment: Environment): void
  addresses: RangeDraft
  onAddresses(addresses: RangeDraft, error: string | null): void
  note: string
  onNote(note: string): void
  /** Fields that the backend's keys do not have. @default none */
  lacks?: readonly string[] | undefined
  wrong: Readonly<Record<'addresses' | 'note', string | null>>
  readOnly: boolean
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** What most keys are created without. Whatever is wrong in it opens it. */
export function AdvancedFields(props: AdvancedFieldsProps) {
  const {
    environment,
    environments,
    addresses,
    note,
    lacks = [],
    wrong,
    readOnly,
    strings,
    classNames,
  } = props
  const [noAddresses, noNote] = [lacks.includes('ipAllowlist'), lacks.includes('description')]
  if (noAddresses && noNote && environments.length < 2) return null
  return (
    <Disclosure
      label={strings.advanced.label}
      forced={wrong.addresses !== null || wrong.note !== null}
      classNames={classNames}
    >
      {environments.length > 1 && environment !== null ? (
        <ChoiceField
          label={strings.create.environmentLabel}
          options={environments.map((value) => ({ value, label: strings.create.environment[value] }))}
          value={environment}
          onValueChange={props.onEnvironment}
          classNames={classNames}
        />
      ) : null}
      {noAddresses ? null : (
        <RangeField
          value={addresses}
          onValueChange={props.onAddresses}
          error={wrong.addresses}
          readOnly={readOnly}
          strings={strings}
          classNames={classNames}
        />
      )}
      {noNote ? null : (
        <TextField
          label={strings.note.label}
          hint={strings.note.hint}
          error={wrong.note ?? undefined}
          value={note}
          readOnly={readOnly}
          onValueChange={props.onNote}
          classNames={classNames}
        />
      )}
    </Disclosure>
  )
}
