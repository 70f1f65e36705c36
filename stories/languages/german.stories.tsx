import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { de } from 'latchkey/locales/de'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { userCode } from '../user-code.ts'
import { inLanguage } from './in-language.ts'
import { narrow } from './narrow.ts'

/** The longest words: what holds with German and with the pseudo-locale holds. */
const meta = {
  title: 'Languages/German',
  component: ApiKeyManager,
  args: { strings: de, timeZone: 'UTC' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import { de } from 'latchkey/locales/de'

      <ApiKeyManager baseUrl="/api/keys" strings={de} />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const { list, createForm, secretStep, rotation } = inLanguage(de)

export const List: Story = { play: list }

export const CreateForm: Story = { play: createForm }

export const SecretStep: Story = { play: secretStep }

/** A key that is being replaced, with its time left and its history. */
export const Rotation: Story = { play: rotation }

export const NarrowList: Story = { ...List, ...narrow }

export const NarrowCreateForm: Story = { ...CreateForm, ...narrow }

export const NarrowSecretStep: Story = { ...SecretStep, ...narrow }

export const NarrowRotation: Story = { ...Rotation, ...narrow }
