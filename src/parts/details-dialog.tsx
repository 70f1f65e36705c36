import { forwardRef } from 'react'
import type { Capabilities } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { ActivityList, type ActivityView } from './activity-list.js'
import { Button } from './button.js'
import { Dialog } from './dialog.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { KeyFacts } from './key-facts.js'
import { KeyLineage } from './key-lineage.js'
import { KeyValue } from './key-value.js'
import type { KeyView } from './key-view.js'
import { ownClass } from './own-class.js'
import { Phrase } from './phrase.js'
import { RotationCockpit } from './rotation-cockpit.js'
import type { SlotClassNames } from './slot-class.js'
import { StatusBadge } from './status-badge.js'
import { type UsageSeries, UsageTable } from './usage-table.js'

export interface DetailsDialogProps {
  open: boolean
  /** null: not known any more. */
  view: KeyView | null
  /** The key that it replaced, and the one that replaced it, where they are known. */
  predecessor: KeyView | null
  successor: KeyView | null
  /** Shows another key's details instead. */
  onOpenKey(id: string): void
  onClose(): void
  /** Each absent where the server or this key's state does not allow it. */
  onEdit?: (() => void) | undefined
  onExtend?: (() => void) | undefined
  onRevoke?: (() => void) | undefined
  /** What the server says of itself; null: nothing. @default null */
  capabilities?: Pick<Capabilities, 'lacks'> | null | undefined
  /** By day; null: nobody knows, so nothing is said. */
  usage: UsageSeries | null
  /** null: the server keeps no history. */
  activity: ActivityView | null
  returnFocus?: (() => HTMLElement | null) | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Everything that is known of a key: its fields, its use, what it replaced, and what happened to it. */
export const DetailsDialog = forwardRef<HTMLDivElement, DetailsDialogProps>(
  function DetailsDialog(props, ref) {
    const { open, view, onClose, strings, classNames } = props
    return (
      <Dialog
        ref={ref}
        open={open}
        onClose={onClose}
        kind="details"
        title={<Phrase text={strings.details.title} values={{ name: view?.name ?? '' }} />}
        closeLabel={strings.close}
        initialFocus={(dialog) => dialog.querySelector<HTMLElement>('[data-initial]')}
        returnFocus={props.returnFocus}
        classNames={classNames}
      >
        {view ? <Details key={view.id} {...props} view={view} /> : null}
        <DialogFooter classNames={classNames}>
          {props.onEdit ? <Button onClick={props.onEdit}>{strings.menu.edit}</Button> : null}
          <Button variant="primary" data-initial="" onClick={onClose}>
            {strings.close}
          </Button>
        </DialogFooter>
      </Dialog>
    )
  },
)

function Details(props: DetailsDialogProps & { view: KeyView }) {
  const { view, predecessor, successor, usage, activity, now, strings, format, classNames } = props
  const look = { strings, format, classNames }
  return (
    <DialogBody classNames={classNames}>
      <p className={ownClass('detailsKey', classNames)}>
        {view.start || view.end ? <KeyValue value={view} strings={strings} classNames={classNames} /> : null}
        <StatusBadge view={view} now={now} {...look} />
      </p>
      <RotationCockpit
        view={view}
        counterpart={successor}
        onExtend={props.onExtend}
        onRevoke={props.onRevoke}
        now={now}
        {...look}
      />
      <KeyFacts view={view} lacks={props.capabilities?.lacks} {...look} />
      <KeyLineage
        view={view}
        predecessor={predecessor}
        successor={successor}
        onOpenKey={props.onOpenKey}
        {...look}
      />
      {usage === null ? null : (
        <section className={ownClass('section', classNames)}>
          <h3 className={ownClass('sectionTitle', classNames)}>{strings.usageTable.title}</h3>
          <UsageTable days={usage} {...look} />
        </section>
      )}
      {activity === null ? null : (
        <section className={ownClass('section', classNames)}>
          <h3 className={ownClass('sectionTitle', classNames)}>{strings.activity.title}</h3>
          <ActivityList activity={activity} now={now} {...look} />
        </section>
      )}
    </DialogBody>
  )
}
