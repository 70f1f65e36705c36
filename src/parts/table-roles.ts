/**
 * The roles that a table's elements have by themselves, written out: drawn as cards (`display: grid`), they lose
 * them in some browsers, and a screen reader would hear loose text where there were keys.
 */
export const tableRoles = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader', scope: 'col' },
  rowHeader: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
  /** A row that only keeps a place. */
  placeholder: { 'aria-hidden': true },
} as const
