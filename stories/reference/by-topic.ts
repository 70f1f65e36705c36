import type { ReferenceItem } from '../../api-reference.ts'

interface Topic {
  title: string
  some: readonly ReferenceItem[]
}

/** Where a name is declared says what it is about; in the order in which they are met. */
const titles: Readonly<Record<string, string>> = {
  'api-key-manager': 'The component',
  'api-keys': 'The component',
  'create-latchkey': 'The server',
  hooks: 'Hooks and their state',
  parts: 'Parts',
  locales: 'Words and formats',
  client: 'Client',
  core: 'Rules, and the ports that they own',
  sessions: 'Who is signed in',
  limits: 'Rate limits',
  http: 'Requests and responses',
  contract: 'What travels',
}

/** For an entry that is about one thing only. */
const kinds: Readonly<Record<ReferenceItem['kind'], string>> = {
  function: 'Functions',
  value: 'Values and classes',
  type: 'Types',
}

const order = [...new Set([...Object.values(titles), ...Object.values(kinds)])]
const kindOrder = Object.keys(kinds)

/** What can be called first, then what can only be named. */
export function byTopic(items: readonly ReferenceItem[]): Topic[] {
  const titleOf = ({ topic, kind }: ReferenceItem) => titles[topic] ?? kinds[kind]
  const sorted = items.toSorted((one, other) => kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind))
  return order.flatMap((title) => {
    const some = sorted.filter((item) => titleOf(item) === title)
    return some.length === 0 ? [] : [{ title, some }]
  })
}
