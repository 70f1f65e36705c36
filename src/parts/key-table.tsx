import {
  type ComponentPropsWithoutRef,
  forwardRef,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings, RowAction } from '../locales/strings.js'
import { KeyRow } from './key-row.js'
import { KeyTableHead } from './key-table-head.js'
import type { KeyView } from './key-view.js'
import { RowMenu } from './row-menu.js'
import type { RowMenuItem } from './row-menu-item.js'
import { SkeletonRow } from './skeleton-row.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { tableRoles } from './table-roles.js'

export interface KeyTableProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  keys: readonly KeyView[]
  /** What can be done with a key, in the order of the menu. Empty or absent: no menu. */
  actionsFor?: ((view: KeyView) => readonly RowMenuItem[]) | undefined
  onAction?: ((action: RowAction, view: KeyView) => void) | undefined
  /** No answer has come yet: rows without keys stand in. @default false */
  loading?: boolean | undefined
  /** A newer answer is on its way, and these rows are about to be confirmed. @default false */
  refreshing?: boolean | undefined
  /** These rows answer an older question, such as the search before. @default false */
  outdated?: boolean | undefined
  /** @default 5 */
  skeletonRows?: number | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

interface OpenMenu {
  id: string
  button: HTMLElement
  startAt: 'first' | 'last' | 'menu'
}

/** The keys: a table, which becomes cards where its container is narrower than 36rem. */
export const KeyTable = forwardRef<HTMLDivElement, KeyTableProps>(function KeyTable(
  {
    keys,
    actionsFor,
    onAction,
    loading = false,
    refreshing = false,
    outdated = false,
    skeletonRows = 5,
    now,
    strings,
    format,
    classNames,
    className,
    ...rest
  },
  ref,
) {
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const menuId = useId()
  const byId = useMemo(() => new Map(keys.map((view) => [view.id, view])), [keys])
  const toggleMenu = useCallback((id: string, button: HTMLElement, startAt: OpenMenu['startAt']) => {
    setMenu((open) => (open?.id === id ? null : { id, button, startAt }))
  }, [])
  const act = useLatestAction(byId, actionsFor, onAction)
  const rename = useCallback((id: string) => act('rename', id), [act])
  const opened = menu ? byId.get(menu.id) : undefined
  const items = (opened && actionsFor?.(opened)) ?? []

  return (
    <div {...rest} ref={ref} className={slotClass('tableWrap', classNames, className)}>
      {refreshing ? <span className="lk-busy" aria-hidden="true" /> : null}
      <table
        {...tableRoles.table}
        className={slotClass('table', classNames)}
        aria-busy={loading || outdated || undefined}
        data-outdated={outdated || undefined}
      >
        <caption className="lk-srOnly">{loading ? strings.loading.label : strings.title}</caption>
        <KeyTableHead strings={strings} classNames={classNames} />
        <tbody {...tableRoles.rows} className={slotClass('tbody', classNames)}>
          {loading
            ? Array.from({ length: skeletonRows }, (_, index) => index).map((place) => (
                <SkeletonRow key={place} classNames={classNames} />
              ))
            : keys.map((view) => (
                <KeyRow
                  key={view.id}
                  view={view}
                  counterpart={counterpartOf(view, byId)}
                  now={now}
                  strings={strings}
                  format={format}
                  classNames={classNames}
                  hasMenu={(actionsFor?.(view).length ?? 0) > 0}
                  menuOpen={menu?.id === view.id}
                  onMenu={toggleMenu}
                  onRename={rename}
                />
              ))}
        </tbody>
      </table>
      {menu && opened && items.length > 0 ? (
        <RowMenu
          key={opened.id}
          id={menuId}
          aria-label={strings.menu.label(opened.name)}
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

/** The same function for every render, so that a row is not drawn again because its table was. */
function useLatestAction(
  byId: ReadonlyMap<string, KeyView>,
  actionsFor: KeyTableProps['actionsFor'],
  onAction: KeyTableProps['onAction'],
) {
  const latest = useRef({ byId, actionsFor, onAction })
  useEffect(() => {
    latest.current = { byId, actionsFor, onAction }
  })
  return useCallback((action: RowAction, id: string) => {
    const view = latest.current.byId.get(id)
    const item = view && latest.current.actionsFor?.(view).find((each) => each.action === action)
    if (view && item && item.reason === undefined) latest.current.onAction?.(action, view)
  }, [])
}

function counterpartOf(view: KeyView, byId: ReadonlyMap<string, KeyView>): KeyView | null {
  const id = view.rotation?.replacedById ?? view.rotation?.replacesId
  return (id === undefined ? undefined : byId.get(id)) ?? null
}
