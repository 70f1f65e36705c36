/** What a component's build knows of one of its props. */
interface DocgenProp {
  description?: string | undefined
  required?: boolean | undefined
  tsType?: { name: string; raw?: string | undefined } | undefined
}

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
 * @param component any; those that say nothing of their props have none
 */
export function readableProps(component: unknown): Record<string, PropRow> {
  return Object.fromEntries(
    Object.entries(propsOf(component)).map(([name, prop]) => [name, toRow(name, prop)]),
  )
}

function toRow(name: string, { description = '', tsType }: DocgenProp): PropRow {
  const [, words = '', defaultValue] = /^(.*?)\s*(?:@default\s+(.*))?$/s.exec(description) ?? []
  const type = tsType && withoutUndefined(tsType.raw ?? tsType.name)
  return {
    name,
    description: words,
    table: {
      ...(type !== undefined && { type: { summary: type } }),
      ...(defaultValue !== undefined && { defaultValue: { summary: defaultValue.replace(/\s+/g, ' ') } }),
    },
  }
}

/** Every optional prop may be undefined; a table says "optional" by naming no prop as required. */
function withoutUndefined(type: string): string {
  const rest = type.replace(/\s+/g, ' ').replace(/ \| undefined$/, '')
  return rest.replace(/^\((\([^()]*\) => [^()]*)\)$/, '$1').replace(/^\| /, '')
}

function propsOf(component: unknown): Record<string, DocgenProp> {
  const isComponent = (typeof component === 'object' && component !== null) || typeof component === 'function'
  if (!isComponent || !('__docgenInfo' in component)) return {}
  // Written by the build, which checks nothing at run time either.
  const { props } = component.__docgenInfo as { props?: Record<string, DocgenProp> }
  return props ?? {}
}
