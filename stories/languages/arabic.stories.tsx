import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { ar } from 'latchkey/locales/ar'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { inLanguage, speaks } from './in-language.ts'

/** From right to left, with six forms of number; keys, addresses and code keep their own direction. */
const meta = {
  title: 'Languages/Arabic',
  component: ApiKeyManager,
  args: { strings: ar, timeZone: 'UTC' },
  parameters: { ...speaks('ar', ar) },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const stories = inLanguage(ar)

export const List: Story = stories.list
export const CreateForm: Story = stories.createForm
export const SecretStep: Story = stories.secretStep
export const Rotation: Story = stories.rotation
export const NarrowList: Story = stories.narrowList
export const NarrowCreateForm: Story = stories.narrowCreateForm
export const NarrowSecretStep: Story = stories.narrowSecretStep
export const NarrowRotation: Story = stories.narrowRotation
