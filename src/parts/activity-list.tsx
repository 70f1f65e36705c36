import type { ActivityEvent } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { errorText, readErrorText } from './error-text.js'
import type { PartError } from './key-view.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { RelativeTime } from './relative-time.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

/** A key's history as a list needs it. */
export interface ActivityView {
  /** Newest first; null: not loaded yet. */
  events: readonly ActivityEvent[] | null
  error: PartError | null
  isFetching: boolean
  onRetry(): void
  /** Absent: these are all. */
  onMore?: (() => void) | undefined
}

export interface ActivityListProps {
  activity: ActivityView
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** What happened to a key, who did it, and what it was refused for. */
export function ActivityList({ activity, now, strings, format, classNames }: ActivityListProps) {
  const { events, error, isFetching, onMore } = activity
  const words = strings.activity
  return (
    <div aria-busy={isFetching || undefined}>
      {events === null && error === null ? (
        <p role="status" className={ownClass('meta', classNames)}>
          {words.loading}
        </p>
      ) : null}
      {events?.length === 0 ? <p className={ownClass('meta', classNames)}>{words.empty}</p> : null}
      {events && events.length > 0 ? (
        <ol className={slotClass('activityList', classNames)}>
          {events.map((event) => (
            <li key={event.id} data-type={event.type} className={slotClass('activityItem', classNames)}>
              <span className={ownClass('activityMain', classNames)}>
                <span className={ownClass('activityWhat', classNames)}>{words.event[event.type]}</span>{' '}
                {event.actor ? (
                  <Phrase text={words.by} values={{ name: event.actor.name ?? event.actor.id }} />
                ) : null}
              </span>
              <RelativeTime
                instant={event.at}
                now={now}
                strings={strings}
                format={format}
                className={ownClass('activityTime', classNames)}
              />
              <Circumstances event={event} strings={strings} format={format} classNames={classNames} />
            </li>
          ))}
        </ol>
      ) : null}
      {error === null ? null : (
        <p role="alert" className={ownClass('sectionError', classNames)}>
          {words.failed} {(error.code === 'not_found' ? errorText : readErrorText)(error, strings)}
        </p>
      )}
      {error !== null ? (
        <Button loading={isFetching} onClick={activity.onRetry}>
          {strings.error.retry}
        </Button>
      ) : onMore ? (
        <Button loading={isFetching} onClick={onMore}>
          {isFetching ? words.loadingMore : words.more}
        </Button>
      ) : null}
    </div>
  )
}

interface CircumstancesProps extends Pick<ActivityListProps, 'strings' | 'format' | 'classNames'> {
  event: ActivityEvent
}

/** Only what is known: an event from a machine has no person, one from a browser no reason. */
function Circumstances({ event, strings, format, classNames }: CircumstancesProps) {
  const words = strings.activity
  const changes = event.changes.map((field) => words.field[field] ?? field)
  const reason = event.reason === null ? '' : (words.reason[event.reason] ?? event.reason)
  if (changes.length === 0 && reason === '' && event.address === null) return null
  return (
    <span className={ownClass('activityMore', classNames)}>
      {changes.length === 0 ? null : <span>{words.changed(format.list(changes))}</span>}
      {reason === '' ? null : <bdi>{reason}</bdi>}
      {event.address === null ? null : (
        <span>
          <Phrase text={words.from} values={{ address: event.address }} />
        </span>
      )}
    </span>
  )
}
