import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { ChoiceField } from './choice-field.js'
import { dayOf } from './day-end.js'
import {
  type ExpiryChoice,
  type ExpiryPolicy,
  expiryChoices,
  latestExpiry,
  resolveExpiry,
} from './expiry-choice.js'
import { Icon } from './icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { TextField } from './text-field.js'

export interface ExpiryFieldProps {
  choice: ExpiryChoice
  /** The last day, `YYYY-MM-DD`; only read with the choice `custom`. */
  day: string
  onChoice(choice: ExpiryChoice): void
  onDay(day: string): void
  policy: ExpiryPolicy
  /** Where a key is changed: what leaving its end alone is called. Absent: it is being made. */
  kept?: string | undefined
  error: string | null
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** How long a key lives, and what that means in a date, so that nobody has to count. */
export function ExpiryField(props: ExpiryFieldProps) {
  const { choice, day, onChoice, onDay, policy, kept, error, now, strings, format, classNames } = props
  const labels = { custom: strings.create.expiryCustom, never: strings.create.expiryNever, keep: kept ?? '' }
  const choices = expiryChoices(policy)
  const end = resolveExpiry(choice, day, { now, timeZone: format.timeZone, policy })
  const latest = latestExpiry(policy, now)
  const echo = typeof end === 'number' ? strings.create.expiryEcho(format.dateTime(end)) : undefined
  const dayError = choice === 'custom' ? error : null
  return (
    <ChoiceField
      label={strings.create.expiryLabel}
      options={(kept === undefined ? choices : (['keep', ...choices] as const)).map((value) => ({
        value,
        label:
          value === 'custom' || value === 'never' || value === 'keep'
            ? labels[value]
            : format.days(Number(value)),
      }))}
      value={choice}
      onValueChange={onChoice}
      hint={choice === 'custom' ? undefined : echo}
      error={choice === 'custom' ? undefined : (error ?? undefined)}
      classNames={classNames}
    >
      {choice === 'custom' ? (
        <TextField
          type="date"
          data-kind="date"
          label={strings.create.expiryDateLabel}
          value={day}
          onValueChange={onDay}
          min={dayOf(now, format.timeZone)}
          max={Number.isFinite(latest) ? dayOf(latest, format.timeZone) : undefined}
          hint={dayError === null ? echo : undefined}
          error={dayError ?? undefined}
          classNames={classNames}
          className={ownClass('subfield', classNames)}
        />
      ) : null}
      {choice === 'never' ? (
        <p className={slotClass('hint', classNames)} data-tone="warning">
          <Icon name="warning" />
          <span>{strings.create.expiryNeverWarning}</span>
        </p>
      ) : null}
    </ChoiceField>
  )
}
