import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { he } from 'latchkey/locales/he'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { userCode } from '../user-code.ts'
import { inLanguage } from './in-language.ts'
import { narrow } from './narrow.ts'

/** From right to left, with a form for two. */
const meta = {
  title: 'Languages/Hebrew',
  component: ApiKeyManager,
  args: { strings: he, timeZone: 'UTC' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import { he } from 'latchkey/locales/he'

      <ApiKeyManager baseUrl="/api/keys" strings={he} />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const { list, createForm, secretStep, rotation } = inLanguage(he)

export const List: Story = { play: list }

export const CreateForm: Story = { play: createForm }

export const SecretStep: Story = { play: secretStep }

/** A key that is being replaced, with its time left and its history. */
export const Rotation: Story = { play: rotation }

export const NarrowList: Story = { ...List, ...narrow }

export const NarrowCreateForm: Story = { ...CreateForm, ...narrow }

export const NarrowSecretStep: Story = { ...SecretStep, ...narrow }

export const NarrowRotation: Story = { ...Rotation, ...narrow }
