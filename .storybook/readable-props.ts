/** A row of the table of props. */
export interface PropRow {
  name: string
  description: string
  table: { type?: { summary: string }; defaultValue?: { summary: string } }
}

/**
 * Rows from the types and the docstrings, which stay the only place where a prop is described. Storybook's own say
 * `union` for everything that may be undefined, and leave `@default` in the middle of the words.
 *
 * @param component any; those of which the build wrote nothing down have none
 */
export function readableProps(component: unknown): Record<string, PropRow> {
  const { props } = toRecord(toRecord(component).__docgenInfo)
  return Object.fromEntries(
    Object.entries(toRecord(props)).map(([name, prop]) => [name, toRow(name, toRecord(prop))]),
  )
}

function toRow(name: string, { description, tsType }: Record<string, unknown>): PropRow {
  const { raw, name: typeName } = toRecord(tsType)
  const type = toText(raw) || toText(typeName)
  const [, words = '', defaultValue] = /^(.*?)\s*(?:@default\s+(.*))?$/s.exec(toText(description)) ?? []
  return {
    name,
    description: words,
    table: {
      ...(type && { type: { summary: withoutUndefined(oneLine(type)) } }),
      ...(defaultValue && { defaultValue: { summary: oneLine(defaultValue) } }),
    },
  }
}

/** Every optional prop may be undefined; a table says so by not calling it required. */
function withoutUndefined(type: string): string {
  const rest = type.replace(/ \| undefined$/, '')
  return rest.replace(/^\((\([^()]*\) => [^()]*)\)$/, '$1').replace(/^\| /, '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function toRecord(value: unknown): Record<string, unknown> {
  const hasProperties = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return hasProperties ? Object.fromEntries(Object.entries(value)) : {}
}
