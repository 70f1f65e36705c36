import { memo } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { errorText } from './error-text.js'
import { Icon } from './icon.js'
import { KeyMeta } from './key-meta.js'
import { KeyValue } from './key-value.js'
import type { KeyView } from './key-view.js'
import { RelativeTime } from './relative-time.js'
import { RotationProgress } from './rotation-progress.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { StatusBadge } from './status-badge.js'
import { tableRoles } from './table-roles.js'

export interface KeyRowProps {
  view: KeyView
  /** The other key of its rotation, where that one is on the page as well. */
  counterpart: KeyView | null
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames: SlotClassNames | undefined
  /** Whether there is anything that can be done with the key. */
  hasMenu: boolean
  menuOpen: boolean
  /** Keep it the same between renders: rows render again only when something about them changed. */
  onMenu(id: string, button: HTMLElement, startAt: 'first' | 'last' | 'menu'): void
  onRename(id: string): void
}

/** One key. No hooks and no state: a thousand of them must stay cheap. */
export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { view, counterpart, now, strings, format, classNames } = props
  const cell = slotClass('cell', classNames)
  return (
    <tr
      {...tableRoles.row}
      className={slotClass('row', classNames)}
      data-key-id={view.id}
      data-status={view.status}
      data-unused={view.unused || undefined}
      data-fresh={view.fresh || undefined}
      data-pending={view.pending ?? undefined}
      data-error={view.error ? '' : undefined}
      data-managed={view.managedBy ? '' : undefined}
      aria-busy={view.pending === null ? undefined : true}
    >
      <th {...tableRoles.rowHeader} className={cell} data-col="name">
        <bdi className={slotClass('keyName', classNames)}>{view.name}</bdi>
        {view.fresh ? <span className="lk-srOnly">{` (${strings.key.fresh}) `}</span> : null}
        <KeyMeta
          view={view}
          counterpart={counterpart}
          strings={strings}
          format={format}
          classNames={classNames}
        />
        {view.error ? (
          <span className={slotClass('rowError', classNames)}>
            <Icon name="warning" />
            {errorText(view.error, strings)}
          </span>
        ) : null}
      </th>
      <td {...tableRoles.cell} className={cell} data-col="key">
        <KeyValue value={view} strings={strings} classNames={classNames} />
      </td>
      <td {...tableRoles.cell} className={cell} data-col="status">
        <StatusBadge view={view} now={now} strings={strings} format={format} classNames={classNames} />
        <RotationProgress view={view} counterpart={counterpart} now={now} classNames={classNames} />
      </td>
      <td
        {...tableRoles.cell}
        className={cell}
        data-col="lastUsed"
        data-quiet={view.lastUsedAt === null ? '' : undefined}
      >
        {view.lastUsedAt === null ? (
          <>
            <span className="lk-wideOnly">{strings.lastUsed.never}</span>
            <span className="lk-narrowOnly">{strings.status.unused}</span>
          </>
        ) : (
          <>
            <span className="lk-narrowOnly">{`${strings.lastUsed.label} `}</span>
            <RelativeTime instant={view.lastUsedAt} now={now} strings={strings} format={format} />
          </>
        )}
      </td>
      <td {...tableRoles.cell} className={cell} data-col="expires">
        {view.expiresAt === null ? (
          strings.expires.never
        ) : (
          <time dateTime={view.expiresAt} title={format.exact(view.expiresAt)}>
            {format.date(view.expiresAt)}
          </time>
        )}
      </td>
      <td {...tableRoles.cell} className={cell} data-col="actions">
        {props.hasMenu ? <MenuButton {...props} /> : null}
      </td>
    </tr>
  )
})

function MenuButton({ view, strings, classNames, menuOpen, onMenu, onRename }: KeyRowProps) {
  return (
    <Button
      variant="ghost"
      size="icon"
      className={slotClass('actions', classNames)}
      aria-label={strings.menu.label(view.name)}
      aria-haspopup="menu"
      aria-expanded={menuOpen}
      aria-disabled={view.pending === null ? undefined : true}
      onClick={(event) => onMenu(view.id, event.currentTarget, event.detail === 0 ? 'first' : 'menu')}
      onKeyDown={(event) => {
        if (view.pending !== null) return
        if (event.key === 'F2') onRename(view.id)
        else if (event.key === 'ArrowDown') onMenu(view.id, event.currentTarget, 'first')
        else if (event.key === 'ArrowUp') onMenu(view.id, event.currentTarget, 'last')
        else return
        event.preventDefault()
      }}
    >
      <Icon name="more" />
    </Button>
  )
}
