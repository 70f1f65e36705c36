/** What a snippet is written from. */
export interface SnippetFacts {
  /** The key as it is put into the text: masked for the screen, whole for the clipboard. */
  key: string
  /** Name of the environment variable, e.g. `ACME_API_KEY`. */
  variable: string
  /** What is called with the key. */
  url: string
}

export interface Snippet {
  id: string
  /** Proper names: the same in every language. */
  label: string
  write(facts: SnippetFacts): string
}

/** How a new key is put to use. Each reads the key from where it should live, or is the place itself. */
export const snippets: readonly Snippet[] = [
  { id: 'env', label: '.env', write: ({ key, variable }) => `${variable}=${key}` },
  {
    id: 'curl',
    label: 'cURL',
    write: ({ key, url }) => `curl ${url} \\\n  -H "Authorization: Bearer ${key}"`,
  },
  {
    id: 'node',
    label: 'Node.js',
    write: ({ key, url }) =>
      `const response = await fetch("${url}", {\n  headers: { Authorization: "Bearer ${key}" },\n})\nconsole.log(await response.json())`,
  },
  {
    id: 'python',
    label: 'Python',
    write: ({ key, url }) =>
      `import requests\n\nresponse = requests.get(\n    "${url}",\n    headers={"Authorization": "Bearer ${key}"},\n)\nprint(response.json())`,
  },
  {
    id: 'go',
    label: 'Go',
    write: ({ key, url }) =>
      `req, err := http.NewRequest("GET", "${url}", nil)\nif err != nil {\n\tlog.Fatal(err)\n}\nreq.Header.Set("Authorization", "Bearer ${key}")\nres, err := http.DefaultClient.Do(req)`,
  },
  {
    id: 'php',
    label: 'PHP',
    write: ({ key, url }) =>
      `$request = curl_init("${url}");\ncurl_setopt($request, CURLOPT_RETURNTRANSFER, true);\ncurl_setopt($request, CURLOPT_HTTPHEADER, ["Authorization: Bearer ${key}"]);\n$answer = curl_exec($request);`,
  },
  {
    id: 'mcp',
    label: 'MCP',
    write: ({ key, url }) =>
      JSON.stringify(
        { mcpServers: { api: { type: 'http', url, headers: { Authorization: `Bearer ${key}` } } } },
        null,
        2,
      ),
  },
]

/** A key as it may stand in text: what the list shows of it anyway, and dots for the rest. */
export function maskedText({ prefix, start, end }: { prefix: string; start: string; end: string }): string {
  return `${prefix}${start}${'•'.repeat(12)}${end}`
}
