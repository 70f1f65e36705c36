import type { CreateInput } from '../contract/index.js'

/** The one dialog that a manager has open. The secret step is none of these: it opens by itself and comes first. */
export type DialogRequest =
  | { type: 'create'; draft?: Partial<CreateInput> | undefined }
  | { type: 'rotate' | 'revoke' | 'rename' | 'details'; id: string }

/** What is to be shown now. */
export type DialogState = DialogRequest | { type: 'secret' }

export type DialogEvent =
  | { type: 'opened'; request: DialogRequest }
  | { type: 'closed' }
  /** An act went through. Closes the dialog that asked for it, and no other. */
  | { type: 'done'; act: keyof typeof dialogOf }

export function reduceDialog(state: DialogRequest | null, event: DialogEvent): DialogRequest | null {
  switch (event.type) {
    case 'opened':
      return event.request
    case 'closed':
      return null
    case 'done':
      return state?.type === dialogOf[event.act] ? null : state
  }
}

const dialogOf = {
  created: 'create',
  rotated: 'rotate',
  revoked: 'revoke',
  updated: 'rename',
} as const satisfies Record<string, DialogRequest['type']>
