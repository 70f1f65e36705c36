/**
 * Parameters that show, in Docs, what a user would write: not the story's own server and assertions.
 * Indentation that all lines share is taken away.
 */
export function userCode(code: string) {
  const lines = code.replace(/^\n|\n\s*$/g, '').split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const shared = Math.min(...indents)
  return {
    docs: { source: { code: lines.map((line) => line.slice(shared)).join('\n'), language: 'tsx' } },
  } as const
}
