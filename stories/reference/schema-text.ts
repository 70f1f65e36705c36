/** As much of JSON Schema as the contract's document holds. */
export interface Schema {
  type?: string
  $ref?: string
  enum?: readonly string[]
  anyOf?: readonly Schema[]
  allOf?: readonly Schema[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  additionalProperties?: boolean | Schema
}

/** A schema as TypeScript would write it. */
export function toText(schema: Schema, indent = ''): string {
  const { $ref, enum: words, anyOf, items, properties, additionalProperties: rest } = schema
  if ($ref) return $ref.split('/').at(-1) ?? ''
  if (words) return words.map((word) => JSON.stringify(word)).join(' | ')
  if (anyOf) return anyOf.map((each) => toText(each, indent)).join(' | ')
  if (items) return `${toText(items, indent)}[]`
  if (properties) return toObjectText(schema, indent)
  if (typeof rest === 'object') return `{ [name: string]: ${toText(rest, indent)} }`
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'unknown')
}

function toObjectText({ properties = {}, required = [] }: Schema, indent: string): string {
  const deeper = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, each]) => `${deeper}${name}${required.includes(name) ? '' : '?'}: ${toText(each, deeper)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}
