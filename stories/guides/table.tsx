import { withCode } from './with-code.tsx'

interface TableProps {
  /** Cells, divided by ` | `. */
  head: string
  /** As the head. What stands between backticks is code. */
  rows: readonly string[]
}

/** A table for guides: MDX has none of its own. */
export function Table({ head, rows }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          {cellsOf(head).map((cell) => (
            <th key={cell} scope="col">
              {withCode(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {cellsOf(row).map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name, and never moves.
              <td key={column}>{withCode(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellsOf(row: string): string[] {
  return row.split(' | ')
}
