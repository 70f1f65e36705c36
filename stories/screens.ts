import type { Locator, Page } from 'playwright'

/** A picture of a story, once what it is about is there. */
export interface Screen {
  file: string
  /** Its id. */
  story: string
  /** As the toolbar writes them, e.g. `scheme:dark`. */
  globals?: string
  /** In CSS pixels. @default 1280 */
  width?: number
  /** In CSS pixels. @default as high as the component */
  height?: number
  /** What has to be there first. */
  until(page: Page): Locator
  /** It comes and goes while the story plays: what counts is the end. @default false */
  atEnd?: boolean
}

const aRow = (page: Page) => page.getByRole('row', { name: /^production-api/ })
const dialog = (name: string) => (page: Page) => page.getByRole('dialog', { name })
const phone = { width: 320, height: 640 } as const
const desk = { width: 1280, height: 900 } as const

export const readmeScreens: readonly Screen[] = [
  { file: 'api-key-manager.png', story: 'apikeymanager--default', globals: 'scheme:light', until: aRow },
  { file: 'api-key-manager-dark.png', story: 'apikeymanager--default', globals: 'scheme:dark', until: aRow },
]

const revoking = (page: Page) => page.getByRole('alertdialog', { name: /^Revoke/ })
const secret = dialog('Save your key')

/** What a person meets first, and most. */
export const screens: readonly Screen[] = [
  { file: 'list.png', story: 'apikeymanager--default', until: aRow },
  { file: 'list-dark.png', story: 'apikeymanager--default', globals: 'scheme:dark', until: aRow },
  {
    file: 'list-arabic.png',
    story: 'apikeymanager--default',
    globals: 'language:ar;direction:rtl',
    until: aRow,
  },
  { file: 'list-320.png', story: 'apikeymanager--default', width: 320, until: aRow },
  {
    file: 'list-320-dark.png',
    story: 'apikeymanager--default',
    globals: 'scheme:dark',
    width: 320,
    until: aRow,
  },
  {
    file: 'selection.png',
    story: 'list-select--some',
    ...desk,
    until: (page) => page.getByText('2 selected').first(),
  },
  {
    file: 'menu.png',
    story: 'flows-menu--open',
    ...desk,
    until: (page) => page.getByRole('menu', { name: /production/ }),
  },
  { file: 'create.png', story: 'flows-create--form', ...desk, until: dialog('Create API key') },
  {
    file: 'create-dark.png',
    story: 'flows-create--form',
    globals: 'scheme:dark',
    ...desk,
    until: dialog('Create API key'),
  },
  { file: 'create-320.png', story: 'flows-create--form', ...phone, until: dialog('Create API key') },
  {
    file: 'create-invalid.png',
    story: 'flows-create--name-taken',
    ...desk,
    until: (page) => page.getByText(/^Another key has/),
  },
  { file: 'secret.png', story: 'flows-secret--masked', ...desk, until: secret },
  { file: 'secret-dark.png', story: 'flows-secret--masked', globals: 'scheme:dark', ...desk, until: secret },
  { file: 'secret-320.png', story: 'flows-secret--masked', ...phone, until: secret },
  {
    file: 'secret-blocked.png',
    story: 'flows-secret--copy-blocked',
    ...desk,
    until: (page) => page.getByText(/^Your browser blocked/).first(),
  },
  {
    file: 'secret-guard.png',
    story: 'flows-secret--close-guard',
    ...desk,
    until: (page) => page.getByRole('alertdialog'),
    atEnd: true,
  },
  { file: 'rotate.png', story: 'flows-rotate--form', ...desk, until: dialog('Rotate key') },
  { file: 'rotate-320.png', story: 'flows-rotate--form', ...phone, until: dialog('Rotate key') },
  {
    file: 'details.png',
    story: 'dialogs-change--details',
    ...desk,
    until: (page) => page.getByRole('dialog'),
  },
  { file: 'revoke.png', story: 'flows-revoke--recently-used', ...desk, until: revoking },
  {
    file: 'revoke-dark.png',
    story: 'flows-revoke--recently-used',
    globals: 'scheme:dark',
    ...desk,
    until: revoking,
  },
  { file: 'revoke-320.png', story: 'flows-revoke--recently-used', ...phone, until: revoking },
  {
    file: 'bulk.png',
    story: 'list-select--partly-failed',
    ...desk,
    until: (page) => page.getByText('1 enabled, 1 failed').first(),
  },
  {
    file: 'empty.png',
    story: 'states--empty',
    until: (page) => page.getByRole('heading', { name: 'No API keys yet' }),
  },
  {
    file: 'filtered-empty.png',
    story: 'states--filtered-empty',
    until: (page) => page.getByRole('heading', { name: /^No keys match/ }),
  },
  {
    file: 'loading.png',
    story: 'states--loading',
    until: (page) => page.getByRole('table', { name: 'Loading API keys' }),
  },
  {
    file: 'error.png',
    story: 'states--server-error',
    until: (page) => page.getByRole('heading', { name: 'Keys could not be loaded' }),
  },
  {
    file: 'error-320.png',
    story: 'states--server-error',
    width: 320,
    until: (page) => page.getByRole('heading', { name: 'Keys could not be loaded' }),
  },
  {
    file: 'offline.png',
    story: 'states--offline-with-rows',
    until: (page) => page.getByText('You’re offline.', { exact: true }),
  },
]
