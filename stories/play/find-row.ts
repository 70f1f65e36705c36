import type { BoundFunctions, queries } from '@testing-library/dom'

/** What Storybook gives a play function to look with. */
export type Canvas = Pick<BoundFunctions<typeof queries>, 'findByRole' | 'findAllByRole'>

/** The row of the key with this name, as soon as it is there; the first one where a rotation made two. */
export async function findRow(canvas: Canvas, name: string): Promise<HTMLElement> {
  const rows = await canvas.findAllByRole('row', { name: new RegExp(`^${literally(name)}[^\\w-]`) })
  const [row] = rows
  if (!row) throw new Error(`No row is named ${name}.`)
  return row
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
