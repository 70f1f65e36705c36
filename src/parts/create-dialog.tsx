import { forwardRef, useEffect, useState } from 'react'
import type { Capabilities, CreateInput, CreateLink, ScopeCatalogue } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { CreatePane } from './create-pane.js'
import { Dialog } from './dialog.js'
import { cautiousPolicy } from './expiry-choice.js'
import type { PartError } from './key-view.js'
import { SecretPane } from './secret-pane.js'
import { secretTitle } from './secret-title.js'
import type { Announce, SecretTools, SecretView } from './secret-view.js'
import type { SlotClassNames } from './slot-class.js'
import { useDiscardGuard } from './use-discard-guard.js'
import { usePendingAnnouncement } from './use-pending-announcement.js'

export interface CreateDialogProps {
  open: boolean
  /** Leaves the form. Not called while a secret is shown: that is closed through `secret`. */
  onClose(): void
  onSubmit(input: CreateInput): void
  /** Gives up waiting for an answer that does not come; absent: it is too early for that. */
  onCallOff?: (() => void) | undefined
  /** @default false */
  pending?: boolean | undefined
  /** What the server answered last. @default null */
  error?: PartError | null | undefined
  /** What the server allows; null: it does not say. */
  capabilities: Pick<Capabilities, 'expiry' | 'environments' | 'lacks'> | null
  /** null: the server grants no scopes, so none are asked for. */
  catalogue: ScopeCatalogue | null
  /** Whether the catalogue is on its way: until then nothing is sent. @default false */
  cataloguePending?: boolean | undefined
  /** Asks for the catalogue again, where it could not be loaded; absent: it is there, on its way, or there is none. */
  onRetryCatalogue?: (() => void) | undefined
  /** What the form begins with. */
  initial?: Partial<CreateInput> | undefined
  /** What a link asked for, which the form begins with and says so. */
  link?: CreateLink | undefined
  /** The second step, as soon as there is something to show; null: the form. */
  secret: SecretView | null
  returnFocus?: (() => HTMLElement | null) | undefined
  announce?: Announce | undefined
  tools?: SecretTools | undefined
  /** Milliseconds since the epoch. */
  now: number
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** Creates a key: a form, and then its secret, in one and the same window, so that focus never leaves it. */
export const CreateDialog = forwardRef<HTMLDivElement, CreateDialogProps>(function CreateDialog(props, ref) {
  const { open, onClose, pending = false, error = null, capabilities, catalogue, secret, strings } = props
  const { returnFocus, announce, format, classNames } = props
  const words = secret ? secretTitle(secret, strings) : strings.create
  usePendingAnnouncement(pending, strings.create.submitting, announce)
  const [isHeld, setHeld] = useState(false)
  if (isHeld && !pending) setHeld(false)
  const waits = props.onCallOff ? strings.create.waitsLong : isHeld ? strings.create.waits : null
  const wait = pending ? waits : null
  useEffect(() => {
    if (wait !== null) announce?.(wait, 'polite')
  }, [wait, announce])
  const cancel = () => (pending ? undefined : onClose())
  const discard = useDiscardGuard({ onClose: cancel, strings, classNames })
  const leave = () => {
    if (secret) secret.requestClose()
    else if (pending) setHeld(true)
    else discard.leave()
  }
  return (
    <Dialog
      ref={ref}
      open={open}
      onClose={leave}
      kind={secret ? 'secret' : 'create'}
      title={words.title}
      description={words.description}
      closeLabel={strings.close}
      returnFocus={returnFocus}
      classNames={classNames}
      aria-busy={pending || undefined}
      onBlur={discard.onBlur}
    >
      {secret ? (
        <SecretPane
          key={secret.key?.id}
          secret={secret}
          announce={announce}
          tools={props.tools}
          strings={strings}
          format={format}
          classNames={classNames}
        />
      ) : (
        <CreatePane
          policy={capabilities?.expiry ?? cautiousPolicy}
          environments={capabilities?.environments ?? []}
          lacks={capabilities?.lacks}
          catalogue={catalogue}
          cataloguePending={props.cataloguePending}
          onRetryCatalogue={props.onRetryCatalogue}
          initial={props.initial}
          link={props.link}
          pending={pending}
          error={error}
          onSubmit={props.onSubmit}
          wait={wait}
          onCallOff={props.onCallOff}
          onCancel={cancel}
          onFilledIn={discard.onFilledIn}
          now={props.now}
          strings={strings}
          format={format}
          classNames={classNames}
        />
      )}
      {discard.guard}
    </Dialog>
  )
})
