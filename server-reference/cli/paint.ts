import { styleText } from 'node:util'

/** The text in a style, where colours are wanted. The text is ours: what comes from a database is made printable first. */
export function paint(style: Style, text: string, hasColours: boolean): string {
  return hasColours ? styleText(style, text, { validateStream: false }) : text
}

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red'
