import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { ja } from 'latchkey/locales/ja'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { userCode } from '../user-code.ts'
import { inLanguage } from './in-language.ts'
import { narrow } from './narrow.ts'

/** No spaces to break at, and one form for every number. */
const meta = {
  title: 'Languages/Japanese',
  component: ApiKeyManager,
  args: { strings: ja, timeZone: 'UTC' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import { ja } from 'latchkey/locales/ja'

      <ApiKeyManager baseUrl="/api/keys" strings={ja} />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const { list, createForm, secretStep, rotation } = inLanguage(ja)

export const List: Story = { play: list }

export const CreateForm: Story = { play: createForm }

export const SecretStep: Story = { play: secretStep }

/** A key that is being replaced, with its time left and its history. */
export const Rotation: Story = { play: rotation }

export const NarrowList: Story = { ...List, ...narrow }

export const NarrowCreateForm: Story = { ...CreateForm, ...narrow }

export const NarrowSecretStep: Story = { ...SecretStep, ...narrow }

export const NarrowRotation: Story = { ...Rotation, ...narrow }
