import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { es } from 'latchkey/locales/es'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { inLanguage, speaks } from './in-language.ts'

/** Longer than English, with `many` for millions. */
const meta = {
  title: 'Languages/Spanish',
  component: ApiKeyManager,
  args: { strings: es, timeZone: 'UTC' },
  parameters: { ...speaks('es', es) },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const stories = inLanguage(es)

export const List: Story = stories.list
export const CreateForm: Story = stories.createForm
export const SecretStep: Story = stories.secretStep
export const Rotation: Story = stories.rotation
export const NarrowList: Story = stories.narrowList
export const NarrowCreateForm: Story = stories.narrowCreateForm
export const NarrowSecretStep: Story = stories.narrowSecretStep
export const NarrowRotation: Story = stories.narrowRotation
