import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { bringIntoView } from './bring-into-view.js'
import { Button } from './button.js'
import { changedFields } from './edit-draft.js'
import type { KeyView } from './key-view.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import type { SlotClassNames } from './slot-class.js'

export interface EditConflictProps {
  /** The key as it was opened. */
  before: KeyView
  /** The key as it is known now; the same version until it was read again. */
  after: KeyView
  onReload(): void
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Somebody else was quicker: what they changed, and a way on that loses nothing. */
export function EditConflict({ before, after, onReload, strings, format, classNames }: EditConflictProps) {
  const words = strings.edit.conflict
  const fields = changedFields(before, after).map((field) => strings.activity.field[field] ?? field)
  const isRead = after.version !== before.version
  return (
    <Notice
      ref={bringIntoView}
      tone="warning"
      role="alert"
      title={words.title}
      classNames={classNames}
      className={ownClass('formError', classNames, ownClass('conflict', classNames))}
    >
      {isRead && fields.length > 0 ? words.changed(format.list(fields)) : isRead ? null : words.reloading}{' '}
      <Button loading={!isRead} onClick={onReload}>
        {words.reload}
      </Button>
    </Notice>
  )
}
