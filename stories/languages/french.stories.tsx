import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { fr } from 'latchkey/locales/fr'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { inLanguage, speaks } from './in-language.ts'

/** Spaces before high punctuation that never break, and `many` for millions. */
const meta = {
  title: 'Languages/French',
  component: ApiKeyManager,
  args: { strings: fr, timeZone: 'UTC' },
  parameters: { ...speaks('fr', fr) },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const stories = inLanguage(fr)

export const List: Story = stories.list
export const CreateForm: Story = stories.createForm
export const SecretStep: Story = stories.secretStep
export const Rotation: Story = stories.rotation
export const NarrowList: Story = stories.narrowList
export const NarrowCreateForm: Story = stories.narrowCreateForm
export const NarrowSecretStep: Story = stories.narrowSecretStep
export const NarrowRotation: Story = stories.narrowRotation
