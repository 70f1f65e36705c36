import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { ar } from 'latchkey/locales/ar'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { userCode } from '../user-code.ts'
import { inLanguage } from './in-language.ts'
import { narrow } from './narrow.ts'

/** From right to left, with six forms of number; keys, addresses and code keep their own direction. */
const meta = {
  title: 'Languages/Arabic',
  component: ApiKeyManager,
  args: { strings: ar, timeZone: 'UTC' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import { ar } from 'latchkey/locales/ar'

      <ApiKeyManager baseUrl="/api/keys" strings={ar} />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const { list, createForm, secretStep, rotation } = inLanguage(ar)

export const List: Story = { play: list }

export const CreateForm: Story = { play: createForm }

export const SecretStep: Story = { play: secretStep }

/** A key that is being replaced, with its time left and its history. */
export const Rotation: Story = { play: rotation }

export const NarrowList: Story = { ...List, ...narrow }

export const NarrowCreateForm: Story = { ...CreateForm, ...narrow }

export const NarrowSecretStep: Story = { ...SecretStep, ...narrow }

export const NarrowRotation: Story = { ...Rotation, ...narrow }
