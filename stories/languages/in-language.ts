import type { StoryContext } from '@storybook/react-vite'
import type { LatchkeyStrings } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'
import { expectFits, expectKeysInOrder, expectReadsOnward, expectSpoken } from './expect-spoken.ts'

type Hands = Pick<StoryContext, 'canvas' | 'canvasElement' | 'userEvent'>

/** The stories of a language, wide and in the narrowest window that WCAG 1.4.10 asks for. */
export function inLanguage(strings: LatchkeyStrings) {
  const { list, createForm, secretStep, rotation } = playsIn(strings)
  const narrow = { globals: { viewport: { value: 'narrow', isRotated: false } } }
  return {
    list: { play: list },
    createForm: { play: createForm },
    secretStep: { play: secretStep },
    /** A key that is being replaced, with its time left and its history. */
    rotation: { play: rotation },
    narrowList: { play: list, ...narrow },
    narrowCreateForm: { play: createForm, ...narrow },
    narrowSecretStep: { play: secretStep, ...narrow },
    narrowRotation: { play: rotation, ...narrow },
  }
}

/**
 * The parameters that all their stories have in common. Spread them: Storybook writes a comment above `meta` into its
 * parameters, and takes the place of whatever is no literal.
 *
 * @param name as the package exports it from `latchkey/locales/*`
 */
export function speaks(name: string, strings: LatchkeyStrings) {
  return {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import { ${name} } from 'latchkey/locales/${strings.locale}'

      <ApiKeyManager baseUrl="/api/keys" strings={${name}} />
    `),
  }
}

/** What every language must pass, found by its own words. */
function playsIn(strings: LatchkeyStrings) {
  const findRow = (canvas: Hands['canvas'], name: RegExp) => canvas.findByRole('row', { name })
  const findDialog = async (title: string) => {
    const dialog = await screen.findByRole('dialog', { name: title })
    await expectSpoken(dialog, strings)
    return dialog
  }
  const openForm = async ({ canvas, userEvent }: Hands) => {
    await findRow(canvas, /^production-api/)
    await userEvent.click(canvas.getByRole('button', { name: strings.createKey }))
    return findDialog(strings.create.title)
  }

  return {
    async list({ canvas, userEvent }: Hands) {
      const row = await findRow(canvas, /^production-api/)
      const section = canvas.getByRole('region', { name: strings.title })
      await expectSpoken(section, strings)
      await expectSpoken(row, strings)
      await expect(canvas.getByText(strings.summary.keys(8), { exact: false })).toBeVisible()
      await expectKeysInOrder(section)
      await expectFits(section)
      // What can be done with several keys stands in one bar, as far as its words leave room.
      const all = canvas.getByRole('checkbox', { name: strings.selection.all })
      await waitFor(() => expect(all).toBeEnabled())
      await userEvent.click(all)
      await expect(await canvas.findByRole('region', { name: strings.bulkBar.label })).toBeVisible()
      await expectFits(section)
    },

    async createForm(hands: Hands) {
      const form = await openForm(hands)
      const { userEvent } = hands
      await userEvent.click(within(form).getByRole('radio', { name: strings.create.preset.restricted.label }))
      await userEvent.click(within(form).getByText(strings.advanced.label))
      await userEvent.click(within(form).getByRole('button', { name: strings.create.submit }))
      await expect(within(form).getByText(strings.validation.nameRequired)).toBeVisible()
      await expectFits(form)
    },

    secretStep: withClipboard<Hands>(async (hands) => {
      const form = within(await openForm(hands))
      const { userEvent } = hands
      await userEvent.type(form.getByRole('textbox', { name: strings.columns.name }), 'shop-import')
      await userEvent.click(form.getByRole('button', { name: strings.create.submit }))
      const step = await findDialog(strings.secret.titleCreated)
      await userEvent.click(within(step).getByRole('button', { name: strings.secret.show }))
      const secret = within(step).getByText(/^lk_live_/)
      await expect(getComputedStyle(secret).direction).toBe('ltr')
      await expectReadsOnward(within(step).getByRole('tab', { name: '.env' }))
      await expectFits(step)
    }),

    async rotation(hands: Hands) {
      const { canvas, canvasElement, userEvent } = hands
      await findRow(canvas, /^production-api/)
      const row = canvasElement.querySelector<HTMLElement>('tr[data-status="rotating"]')
      await userEvent.click(within(row ?? canvasElement).getByRole('button', { name: /billing-worker/ }))
      await userEvent.click(await canvas.findByRole('menuitem', { name: strings.menu.details }))
      const details = await findDialog(strings.details.title.replace('{name}', 'billing-worker'))
      await expect(within(details).getByRole('region', { name: strings.cockpit.title })).toBeVisible()
      await expectKeysInOrder(details)
      await expectFits(details)
    },
  }
}
