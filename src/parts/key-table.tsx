import {
  type ComponentPropsWithoutRef,
  type ComponentType,
  forwardRef,
  useCallback,
  useId,
  useMemo,
  useState,
} from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings, RowAction } from '../locales/list-strings.js'
import { type KeyColumn, keyColumns } from './key-columns.js'
import { KeyRow } from './key-row.js'
import { KeyTableHead } from './key-table-head.js'
import type { KeyView } from './key-view.js'
import { labelName } from './label-name.js'
import { ownClass } from './own-class.js'
import type { RowMenuProps } from './row-menu.js'
import type { RowMenuItem } from './row-menu-item.js'
import { SkeletonRow } from './skeleton-row.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import type { KeySort } from './sort-columns.js'
import { tableRoles } from './table-roles.js'
import type { TableSelection } from './table-selection.js'
import { TipTable } from './tip-table.js'
import { type TableUsage, TableUsageContext, usageOf } from './usage-of.js'
import { useLatestVerbs } from './use-latest-verbs.js'
import { visuallyHidden } from './visually-hidden.js'

export interface KeyTableProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  keys: readonly KeyView[]
  /** What can be done with a key, in the order of the menu. Empty or absent: no menu. */
  actionsFor?: ((view: KeyView) => readonly RowMenuItem[]) | undefined
  onAction?: ((action: RowAction, view: KeyView) => void) | undefined
  /** What shows the menu: `RowMenu`, or what fetches it first. */
  menu: ComponentType<RowMenuProps>
  /** Absent: no boxes to tick. */
  selection?: TableSelection | undefined
  /** Absent: headings are words alone. */
  sort?: KeySort | undefined
  onSort?: ((value: KeySort) => void) | undefined
  /** What is known of the keys' use over 30 days. Absent: no such column. */
  usage?: TableUsage | undefined
  /** The key whose id was copied just now, which its row shows for as long as this says so. */
  copiedId?: string | undefined
  /** Whether there is a column for what keys may do. @default false */
  scopes?: boolean | undefined
  /** Columns of which no key has anything to show. @default none */
  lacks?: readonly string[] | undefined
  /** No answer has come yet: rows without keys stand in. @default false */
  loading?: boolean | undefined
  /** A newer answer is on its way, and these rows are about to be confirmed. @default false */
  refreshing?: boolean | undefined
  /** These rows answer an older question, such as the search before. @default false */
  outdated?: boolean | undefined
  /** Somebody hears a click: not yet in what a server rendered. @default true */
  live?: boolean | undefined
  /** @default 5 */
  skeletonRows?: number | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: ListStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

interface OpenMenu {
  id: string
  button: HTMLElement
  startAt: 'first' | 'last' | 'menu'
}

/** The keys: a table, which becomes cards where its container is narrower than 36rem. */
export const KeyTable = forwardRef<HTMLDivElement, KeyTableProps>(function KeyTable(props, ref) {
  const { keys, actionsFor, onAction, selection, sort, onSort, usage, scopes = false, ...others } = props
  const {
    copiedId,
    lacks,
    loading = false,
    refreshing = false,
    outdated = false,
    live = true,
    skeletonRows = 5,
    ...shown
  } = others
  const { now, menu: Menu, strings, format, classNames, className, ...rest } = shown
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const menuId = useId()
  const nameId = useId()
  const byId = useMemo(() => new Map(keys.map((view) => [view.id, view])), [keys])
  const selects = selection !== undefined
  const showsUsage = usage !== undefined
  const status = usage?.status
  const series = usage?.data?.series
  // The same object while it says the same, so that no sparkline is drawn again.
  const knownUsage = useMemo<TableUsage | undefined>(
    () => status && { status, data: series && { series } },
    [status, series],
  )
  const columns = useMemo(() => {
    const hidden: Partial<Record<KeyColumn, boolean>> = {
      select: !selects,
      usage: !showsUsage,
      scopes: !scopes,
    }
    return keyColumns.filter((column) => !hidden[column] && !lacks?.includes(column))
  }, [selects, showsUsage, scopes, lacks])
  const toggleMenu = useCallback((id: string, button: HTMLElement, startAt: OpenMenu['startAt']) => {
    setMenu((open) => (open?.id === id ? null : { id, button, startAt }))
  }, [])
  const { act, rename, select } = useLatestVerbs(byId, { actionsFor, onAction, selection })
  const opened = menu ? byId.get(menu.id) : undefined
  const items = (opened && actionsFor?.(opened)) ?? []

  return (
    <div {...rest} ref={ref} className={slotClass('tableWrap', classNames, className)}>
      {refreshing ? <span className={ownClass('busy', classNames)} aria-hidden="true" /> : null}
      <TipTable
        {...tableRoles.table}
        className={slotClass('table', classNames)}
        aria-busy={loading || outdated || undefined}
        data-outdated={outdated || undefined}
        data-selectable={selects || undefined}
        data-usage={showsUsage || undefined}
        subjectOf={(anchor) => {
          const id = anchor.closest<HTMLElement>('[data-key-id]')?.dataset.keyId
          const view = id === undefined ? undefined : byId.get(id)
          if (!view) return null
          // Where nobody knows since when a key is disabled, that is not told.
          const told = lacks?.includes('disabledAt') ? { ...view, disabledAt: null } : view
          return { view: told, usage: usageOf(usage, view.id) }
        }}
        strings={strings}
        format={format}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !selection || selection.ids.size === 0) return
          // The host's dialog, if there is one, is not what Esc was meant for.
          event.preventDefault()
          event.stopPropagation()
          selection.clear()
        }}
        classNames={classNames}
      >
        <caption {...visuallyHidden(classNames)}>{loading ? strings.loading.label : strings.title}</caption>
        <KeyTableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          selection={loading || !live ? null : (selection ?? null)}
          live={live}
          strings={strings}
          classNames={classNames}
        />
        <TableUsageContext.Provider value={knownUsage}>
          <tbody
            {...tableRoles.rows}
            className={slotClass('tbody', classNames)}
            data-loading={loading || undefined}
          >
            {loading
              ? Array.from({ length: skeletonRows }, (_, index) => index).map((place) => (
                  <SkeletonRow key={place} columns={columns} classNames={classNames} />
                ))
              : keys.map((view) => (
                  <KeyRow
                    key={view.id}
                    view={view}
                    columns={columns}
                    nameId={nameId + view.id}
                    counterpart={counterpartOf(view, byId)}
                    selected={selection?.ids.has(view.id) ?? false}
                    selectable={selection?.selectable(view.id) ?? false}
                    now={now}
                    strings={strings}
                    format={format}
                    classNames={classNames}
                    live={live}
                    hasMenu={(actionsFor?.(view).length ?? 0) > 0}
                    menuOpen={menu?.id === view.id}
                    copied={copiedId === view.id}
                    onMenu={toggleMenu}
                    onRename={rename}
                    onSelect={select}
                  />
                ))}
          </tbody>
        </TableUsageContext.Provider>
      </TipTable>
      {menu && opened && items.length > 0 ? (
        <Menu
          key={opened.id}
          id={menuId}
          aria-label={strings.menu.label(labelName(opened, strings))}
          items={items}
          anchor={menu.button}
          startAt={menu.startAt}
          strings={strings}
          classNames={classNames}
          onSelect={(action) => act(action, opened.id)}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </div>
  )
})

function counterpartOf(view: KeyView, byId: ReadonlyMap<string, KeyView>): KeyView | null {
  const id = view.rotation?.replacedById ?? view.rotation?.replacesId
  return (id === undefined ? undefined : byId.get(id)) ?? null
}
