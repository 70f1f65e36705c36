import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import * as client from './client/index.js'
import * as headless from './headless.js'
import * as everything from './index.js'
import * as parts from './parts/index.js'
import * as queries from './queries.js'

const clientNames = ['LatchkeyError', 'askFirst', 'createFetchClient', 'toLatchkeyError']

const headlessNames = [
  ...clientNames,
  'apiKeyQueries',
  'keyMenu',
  'useAnnouncer',
  'useApiKeyActivity',
  'useApiKeyManager',
  'useApiKeyUsage',
  'useApiKeysQuery',
  'useCopy',
  'useCountdown',
  'useCreateApiKey',
  'useKeySelection',
  'useRetryAfter',
  'useRevealedSecret',
  'useRevokeApiKey',
  'useRotateApiKey',
  'useUpdateApiKey',
]

/** What hosts can import. A change here is a change of the public surface: it needs its story and its note in the changelog. */
describe('the public surface', () => {
  it('of latchkey/client', () => {
    expect(Object.keys(client).sort()).toEqual([...clientNames].sort())
  })

  it('of latchkey/queries, which a Server Component imports', () => {
    expect(Object.keys(queries)).toEqual(['apiKeyQueries'])
  })

  it('of latchkey/headless', () => {
    expect(Object.keys(headless).sort()).toEqual([...headlessNames].sort())
  })

  it('of latchkey: the component, the hooks, the client, the parts, and English', () => {
    const own = ['ApiKeyManager', 'ApiKeys', 'createFormatters', 'en', 'useApiKeys']
    expect(Object.keys(everything).sort()).toEqual([...own, ...headlessNames, ...Object.keys(parts)].sort())
  })

  it('of ApiKeys, the parts that find their keys around them', () => {
    expect(Object.keys(everything.ApiKeys).sort()).toEqual(connectedNames)
  })

  it('of latchkey/locales/*: each the one catalogue that it is named for', async () => {
    const entries = Object.entries(manifest.exports).filter(([entry]) => entry.startsWith('./locales/'))
    const names = await Promise.all(
      entries.map(async ([, target]) => {
        const path = typeof target === 'string' ? target : target.default
        return Object.keys(await import(path.replace('./dist/src', '.'))).join()
      }),
    )
    expect(entries.map(([entry]) => entry.replace('./locales/', ''))).toEqual(localeTags)
    expect(names).toEqual(localeTags.map((tag) => tag.replace('-', '')))
  })

  it('of the parts', () => {
    expect(Object.keys(parts).sort()).toEqual(partNames)
  })
})

const connectedNames = [
  'BulkBar',
  'CreateButton',
  'CreateFromLink',
  'Description',
  'Dialogs',
  'Footer',
  'Header',
  'HygieneBanner',
  'List',
  'Notices',
  'Pagination',
  'Root',
  'Search',
  'SortMenu',
  'StatusFilter',
  'Title',
  'Toolbar',
]

const localeTags = ['ar', 'de', 'en', 'en-XA', 'es', 'fr', 'he', 'ja', 'pt-BR']

const partNames = [
  'Button',
  'CloseGuard',
  'CopyButton',
  'CreateButton',
  'CreateDialog',
  'DetailsDialog',
  'Dialog',
  'DialogBody',
  'DialogFooter',
  'EditDialog',
  'EmptyState',
  'ErrorState',
  'ExtendDialog',
  'FilteredEmpty',
  'Header',
  'Icon',
  'KeyCard',
  'KeyTable',
  'KeyValue',
  'LiveRegion',
  'Notice',
  'OfflineBanner',
  'Pager',
  'RangeField',
  'RelativeTime',
  'RenameDialog',
  'RevokeDialog',
  'Root',
  'RotateDialog',
  'RotationCockpit',
  'ScopePicker',
  'SearchField',
  'SecretField',
  'SecretPane',
  'SnippetTabs',
  'StatusBadge',
  'SummaryLine',
  'TextField',
  'VerifyButton',
  'errorText',
  'publicVariables',
]
