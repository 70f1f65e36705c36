/**
 * Parameters that show, in Docs, what a user would write: not the story's own server and assertions.
 * Indentation that all lines share is taken away. `npm run guides` compiles it: what goes into a component may leave out
 * the import of ours, and whatever a host brings is declared there.
 */
export function userCode(code: string, language: 'tsx' | 'css' = 'tsx') {
  const lines = code.replace(/^\n|\n\s*$/g, '').split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const shared = Math.min(...indents)
  return {
    docs: { source: { code: lines.map((line) => line.slice(shared)).join('\n'), language } },
  } as const
}
