import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { de } from 'latchkey/locales/de'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { inLanguage, speaks } from './in-language.ts'

/** The longest words: what holds with German and with the pseudo-locale holds. */
const meta = {
  title: 'Languages/German',
  component: ApiKeyManager,
  args: { strings: de, timeZone: 'UTC' },
  parameters: { ...speaks('de', de) },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const stories = inLanguage(de)

export const List: Story = stories.list
export const CreateForm: Story = stories.createForm
export const SecretStep: Story = stories.secretStep
export const Rotation: Story = stories.rotation
export const NarrowList: Story = stories.narrowList
export const NarrowCreateForm: Story = stories.narrowCreateForm
export const NarrowSecretStep: Story = stories.narrowSecretStep
export const NarrowRotation: Story = stories.narrowRotation
