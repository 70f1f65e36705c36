/** In which row of the list something is, counted from 0; null: in none. */
export function rowPlaceOf(element: Element): number | null {
  const row = element.closest('[data-key-id]')
  const place = row ? rowsAround(row).indexOf(row) : -1
  return place === -1 ? null : place
}

/**
 * Moves the focus to what is nearest to where it was: the menu of the row that took the place of a row, else the way to
 * a new key, else whatever comes first. Lost, it would begin again at the top of the page.
 */
export function focusNearby(root: HTMLElement, rowPlace: number | null): void {
  const rows = [...root.querySelectorAll('[data-key-id]')]
  const row = rowPlace === null ? undefined : (rows[rowPlace] ?? rows.at(-1))
  const candidates = [
    ...(row?.querySelectorAll<HTMLElement>('[aria-haspopup="menu"]') ?? []),
    ...root.querySelectorAll<HTMLElement>('button[data-create], [data-create] button'),
    ...root.querySelectorAll<HTMLElement>('input:not(:disabled), button, select'),
  ]
  candidates.find(isShown)?.focus()
}

function rowsAround(row: Element): Element[] {
  return [...(row.parentElement?.querySelectorAll('[data-key-id]') ?? [])]
}

/** jsdom knows no layout, and there everything is shown. */
function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? true
}
