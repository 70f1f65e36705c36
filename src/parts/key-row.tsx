import { memo } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { errorText } from './error-text.js'
import { expiryCell } from './expiry-cell.js'
import type { KeyColumn } from './key-columns.js'
import { keyMeta } from './key-meta.js'
import { keyValue } from './key-value.js'
import type { KeyView } from './key-view.js'
import { labelName } from './label-name.js'
import { lastUsedCell, lastUsedProps } from './last-used-cell.js'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { RotationProgress } from './rotation-progress.js'
import { rowMenuButton } from './row-menu-button.js'
import { scopesCell } from './scopes-cell.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { statusBadge } from './status-badge.js'
import { tableRoles } from './table-roles.js'
import { UsageCell } from './usage-cell.js'
import { visuallyHidden } from './visually-hidden.js'

export interface KeyRowProps {
  view: KeyView
  columns: readonly KeyColumn[]
  /** Of its name, so that the row goes by that alone: without it, a box to tick would come first. */
  nameId: string
  /** The other key of its rotation, where that one is on the page as well. */
  counterpart: KeyView | null
  selected: boolean
  /** Whether it can be selected. */
  selectable: boolean
  /** Milliseconds since the epoch. */
  now: number
  strings: ListStrings
  format: Formatters
  classNames: SlotClassNames | undefined
  /** Somebody hears a click. */
  live: boolean
  /** Whether there is anything that can be done with the key. */
  hasMenu: boolean
  menuOpen: boolean
  /** Its id was copied just now. */
  copied: boolean
  /** Keep it the same between renders: rows render again only when something about them changed. */
  onMenu(id: string, button: HTMLElement, startAt: 'first' | 'last' | 'menu'): void
  onRename(id: string): void
  onSelect(id: string, range: boolean): void
}

/** One key. No hooks and no state, and no wrapper that can be spared: a thousand of them must stay cheap. */
export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { view, columns, selected, classNames } = props
  const className = slotClass('cell', classNames)
  return (
    <tr
      {...tableRoles.row}
      className={slotClass('row', classNames)}
      aria-labelledby={props.nameId}
      data-key-id={view.id}
      data-status={view.status}
      data-unused={view.unused || undefined}
      data-fresh={view.fresh || undefined}
      data-selected={selected || undefined}
      data-pending={view.pending ?? undefined}
      data-error={view.error ? '' : undefined}
      data-managed={view.managedBy ? '' : undefined}
      aria-busy={view.pending === null ? undefined : true}
    >
      {columns.map((column) =>
        column === 'name' ? (
          <th
            key={column}
            id={props.nameId}
            {...tableRoles.rowHeader}
            className={className}
            data-col={column}
          >
            {nameOf(props)}
          </th>
        ) : (
          <td
            key={column}
            {...tableRoles.cell}
            className={className}
            data-col={column}
            {...(column === 'lastUsed' ? lastUsedProps(view.lastUsedAt, props.strings) : undefined)}
          >
            {contentOf(column, props)}
          </td>
        ),
      )}
    </tr>
  )
})

function nameOf(props: KeyRowProps) {
  const { view, strings, classNames } = props
  const isOld = view.rotation?.replacedById !== undefined
  const name = <bdi className={slotClass('keyName', classNames)}>{view.name}</bdi>
  return (
    <>
      {isOld || view.fresh ? (
        <span className={ownClass('keyTitle', classNames)}>
          {name}
          {isOld ? <span>&nbsp;{strings.key.old}</span> : null}
          {view.fresh ? <span {...visuallyHidden(classNames)}>{` (${strings.key.fresh}) `}</span> : null}
        </span>
      ) : (
        name
      )}
      {keyMeta(props)}
      {view.error ? (
        <span className={slotClass('rowError', classNames)}>
          <ListIcon name="warning" />
          {errorText(view.error, strings)}
        </span>
      ) : null}
    </>
  )
}

/** Called, not rendered: a component for each cell would be one more node to keep for each. */
function contentOf(column: Exclude<KeyColumn, 'name'>, props: KeyRowProps) {
  const { view, now, strings, format, classNames } = props
  switch (column) {
    case 'select':
      return props.selectable ? selectBox(props) : null
    case 'key':
      return keyValue({ value: view, strings, classNames })
    case 'scopes':
      return scopesCell({ scopes: view.scopes, strings, classNames })
    case 'status':
      return (
        <>
          {statusBadge({ 'data-tip': 'status', view, now, strings, format, classNames })}
          {view.status === 'rotating' ? (
            <RotationProgress view={view} counterpart={props.counterpart} now={now} classNames={classNames} />
          ) : null}
        </>
      )
    case 'lastUsed':
      return lastUsedCell({ instant: view.lastUsedAt, now, strings, format, classNames })
    case 'expires':
      return expiryCell(props)
    case 'usage':
      return <UsageCell id={view.id} strings={strings} classNames={classNames} />
    case 'actions':
      return props.hasMenu ? rowMenuButton(props) : null
  }
}

function selectBox({ view, selected, live, onSelect, strings, classNames }: KeyRowProps) {
  return (
    <label className={ownClass('selectBox', classNames)}>
      <input
        type="checkbox"
        className={slotClass('checkbox', classNames)}
        aria-label={strings.selection.key(labelName(view, strings))}
        checked={selected}
        disabled={!live}
        // A change comes as the click that made it, from a pointer or the space bar, and knows of Shift.
        onChange={({ nativeEvent }) =>
          onSelect(view.id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
        }
      />
    </label>
  )
}
