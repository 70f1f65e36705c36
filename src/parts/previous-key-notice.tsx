import { type ApiKey, endOf } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { KeyValue } from './key-value.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import type { SlotClassNames } from './slot-class.js'

export interface PreviousKeyNoticeProps {
  /** The key that was replaced; null: none was. */
  previous: ApiKey | null
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** How long the old key still works: whoever rotates has to know by when to be done. */
export function PreviousKeyNotice({ previous, strings, format, classNames }: PreviousKeyNoticeProps) {
  if (previous === null) return null
  const end = previous.revokedAt === null ? endOf(previous) : null
  const key = <KeyValue value={previous} strings={strings} classNames={classNames} />
  return (
    <Notice classNames={classNames} className={ownClass('previousKey', classNames)}>
      {end === null ? (
        <Phrase text={strings.secret.oldKeyRevoked} values={{ key }} />
      ) : (
        <Phrase text={strings.secret.oldKeyUntil} values={{ key, date: format.dateTime(end) }} />
      )}
    </Notice>
  )
}
