/** Most keys have short lists or none; an empty one is not worth a parser's time. */
export function parseJsonList(json: string): string[] {
  if (json === '[]') return []
  const values: unknown = JSON.parse(json)
  return Array.isArray(values) ? values.map(String) : []
}
