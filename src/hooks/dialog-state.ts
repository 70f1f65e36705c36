import type { BulkAction, CreateInput, CreateLink } from '../contract/index.js'

/** The one dialog that a manager has open. The secret step is none of these: it opens by itself and comes first. */
export type DialogRequest =
  /** `link`: what a link asked for, which the form fills in and says so. */
  | { type: 'create'; draft?: Partial<CreateInput> | undefined; link?: CreateLink | undefined }
  | { type: 'rotate' | 'revoke' | 'rename' | 'edit' | 'extend' | 'details'; id: string }
  /** Stays when it is done: it has to say how it went for each key. */
  | { type: 'bulk'; action: BulkAction; ids: readonly string[] }

/** What is to be shown now. */
export type DialogState = DialogRequest | { type: 'secret' }

export type DialogEvent =
  | { type: 'opened'; request: DialogRequest }
  | { type: 'closed' }
  /** An act went through. Closes the dialog that asked for it, and no other. */
  | { type: 'done'; act: keyof typeof dialogsOf }

export function reduceDialog(state: DialogRequest | null, event: DialogEvent): DialogRequest | null {
  switch (event.type) {
    case 'opened':
      return event.request
    case 'closed':
      return null
    case 'done':
      return state && isOne(dialogsOf[event.act], state.type) ? null : state
  }
}

const dialogsOf = {
  created: ['create'],
  rotated: ['rotate'],
  revoked: ['revoke'],
  updated: ['rename', 'edit', 'extend'],
} as const satisfies Record<string, readonly DialogRequest['type'][]>

function isOne(types: readonly DialogRequest['type'][], type: DialogRequest['type']): boolean {
  return types.includes(type)
}
