import { CommandStop } from '../command-stop.js'
import { exitCodes } from '../exit-codes.js'
import { isRow, type Row } from './foreign-values.js'

/** One object a line. What is wrong is told by the number of its line, never by what stands in it. */
export function readJsonLines(text: string): Row[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      const row: unknown = JSON.parse(line)
      if (isRow(row)) return [row]
    } catch {
      // Told below, without the line: it may hold more than a digest.
    }
    throw new CommandStop(exitCodes.usage, `Line ${index + 1} is no object of JSON. Nothing was imported.`)
  })
}
