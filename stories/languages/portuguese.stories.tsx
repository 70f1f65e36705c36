import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { ptBR } from 'latchkey/locales/pt-BR'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { inLanguage, speaks } from './in-language.ts'

/** As in Brazil, with `many` for millions. */
const meta = {
  title: 'Languages/Portuguese',
  component: ApiKeyManager,
  args: { strings: ptBR, timeZone: 'UTC' },
  parameters: { ...speaks('ptBR', ptBR) },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const stories = inLanguage(ptBR)

export const List: Story = stories.list
export const CreateForm: Story = stories.createForm
export const SecretStep: Story = stories.secretStep
export const Rotation: Story = stories.rotation
export const NarrowList: Story = stories.narrowList
export const NarrowCreateForm: Story = stories.narrowCreateForm
export const NarrowSecretStep: Story = stories.narrowSecretStep
export const NarrowRotation: Story = stories.narrowRotation
