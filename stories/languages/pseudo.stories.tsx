import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { enXA } from 'latchkey/locales/en-XA'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { userCode } from '../user-code.ts'
import { inLanguage } from './in-language.ts'
import { narrow } from './narrow.ts'

/** English, two fifths longer, with accents and in brackets: text without them is not in the catalogue. */
const meta = {
  title: 'Languages/Pseudo',
  component: ApiKeyManager,
  args: { strings: enXA, timeZone: 'UTC' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import { enXA } from 'latchkey/locales/en-XA'

      <ApiKeyManager baseUrl="/api/keys" strings={enXA} />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const { list, createForm, secretStep, rotation } = inLanguage(enXA)

export const List: Story = { play: list }

export const CreateForm: Story = { play: createForm }

export const SecretStep: Story = { play: secretStep }

/** A key that is being replaced, with its time left and its history. */
export const Rotation: Story = { play: rotation }

export const NarrowList: Story = { ...List, ...narrow }

export const NarrowCreateForm: Story = { ...CreateForm, ...narrow }

export const NarrowSecretStep: Story = { ...SecretStep, ...narrow }

export const NarrowRotation: Story = { ...Rotation, ...narrow }
