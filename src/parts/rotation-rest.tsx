import { endOf } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { KeyValue } from './key-value.js'
import type { KeyView } from './key-view.js'
import { Notice } from './notice.js'
import { Phrase } from './phrase.js'
import type { SlotClassNames } from './slot-class.js'

export interface RotationRestProps {
  /** The key that is about to be revoked. */
  view: KeyView
  predecessor: KeyView | null
  successor: KeyView | null
  longestOverlapSeconds?: number | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** What goes on working when one key of a rotation is revoked. Whoever ends a leak has to know of both. */
export function RotationRest({ view, predecessor, successor, now, ...props }: RotationRestProps) {
  const { strings, format, classNames } = props
  const look = { strings, classNames }
  const words = strings.revoke
  const end = predecessor?.status === 'rotating' ? endOf(predecessor) : null
  if (predecessor && end !== null) {
    const values = { key: <KeyValue value={predecessor} {...look} />, date: format.dateTime(end) }
    return note(<Phrase text={words.oldGoesOn} values={values} />)
  }
  if (successor?.status === 'active' || successor?.status === 'expiring') {
    return note(<Phrase text={words.newGoesOn} values={{ key: <KeyValue value={successor} {...look} /> }} />)
  }
  // On another page, say: it may still work for as long as an overlap can last.
  const longestMs = (props.longestOverlapSeconds ?? Number.POSITIVE_INFINITY) * 1000
  const isRecent = now - Date.parse(view.createdAt) < longestMs
  return view.rotation?.replacesId !== undefined && !predecessor && isRecent ? note(words.oldMayGoOn) : null

  function note(content: React.ReactNode) {
    return (
      <Notice tone="warning" classNames={classNames}>
        {content}
      </Notice>
    )
  }
}
