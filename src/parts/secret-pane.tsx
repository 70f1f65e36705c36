import { useEffect, useRef } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { CloseGuard } from './close-guard.js'
import { DialogBody } from './dialog-body.js'
import { DialogFooter } from './dialog-footer.js'
import { DownloadEnv } from './download-env.js'
import { FieldError } from './field-error.js'
import { Notice } from './notice.js'
import { ownClass } from './own-class.js'
import { PreviousKeyNotice } from './previous-key-notice.js'
import { SecretField } from './secret-field.js'
import { SecretGone } from './secret-gone.js'
import { SecretTimer } from './secret-timer.js'
import type { Announce, SecretTools, SecretView } from './secret-view.js'
import type { SlotClassNames } from './slot-class.js'
import { SnippetTabs } from './snippet-tabs.js'
import { useSecretCopy } from './use-secret-copy.js'
import { VerifyButton } from './verify-button.js'

export interface SecretPaneProps {
  secret: SecretView
  announce?: Announce | undefined
  tools?: SecretTools | undefined
  strings: LatchkeyStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** The second step of creating and rotating, inside a dialog: the one moment in which the secret can be kept. */
export function SecretPane(props: SecretPaneProps) {
  const { secret, announce, tools = {}, strings, format, classNames } = props
  const copyButton = useRef<HTMLButtonElement>(null)
  const { status, copy, copyAndClose } = useSecretCopy(secret, strings, announce)
  const failed = status === 'failed'
  const { key } = secret
  useEffect(() => copyButton.current?.focus(), [])

  if (key === null || secret.state.status === 'wiped' || secret.state.status === 'unknown') {
    return <SecretGone secret={secret} announce={announce} strings={strings} classNames={classNames} />
  }
  return (
    <>
      <DialogBody classNames={classNames}>
        {!secret.timeLeftMs || !secret.extend ? null : (
          <SecretTimer
            timeLeftMs={secret.timeLeftMs}
            onExtend={secret.extend}
            strings={strings}
            format={format}
            classNames={classNames}
          />
        )}
        <SecretField
          masked={key}
          read={secret.read}
          visible={secret.isVisible}
          saved={secret.isSaved}
          copyStatus={status}
          copyRef={copyButton}
          onToggle={secret.toggleVisible}
          onCopy={copy}
          onManualCopy={() => secret.acknowledge('copy')}
          strings={strings}
          classNames={classNames}
        />
        {failed ? (
          <div className={ownClass('copyFailed', classNames)}>
            <FieldError classNames={classNames}>{strings.secret.copyFailed}</FieldError>
            <label className={ownClass('checkLine', classNames)}>
              <input
                type="checkbox"
                className={ownClass('checkbox', classNames)}
                checked={secret.isSaved}
                onChange={(event) => (event.target.checked ? secret.acknowledge('manual') : undefined)}
              />
              <span>{strings.secret.savedCheckbox}</span>
            </label>
          </div>
        ) : null}
        <Notice tone="warning" classNames={classNames}>
          {strings.secret.warning}
        </Notice>
        <PreviousKeyNotice
          previous={secret.previous}
          strings={strings}
          format={format}
          classNames={classNames}
        />
        {tools.verify ? (
          <VerifyButton read={secret.read} verify={tools.verify} strings={strings} classNames={classNames} />
        ) : null}
        {tools.keep}
        <SnippetTabs
          masked={key}
          read={secret.read}
          onCopied={() => {
            secret.acknowledge('copy')
            announce?.(strings.announce.copied, 'polite')
          }}
          variable={tools.variable}
          url={tools.url}
          strings={strings}
          classNames={classNames}
        />
      </DialogBody>
      <DialogFooter classNames={classNames}>
        <DownloadEnv
          secret={secret}
          variable={tools.variable}
          strings={strings}
          format={format}
          classNames={classNames}
        />
        {secret.isSaved ? (
          <Button variant="primary" onClick={secret.requestClose}>
            {strings.secret.done}
          </Button>
        ) : (
          <Button variant="primary" loading={status === 'copying'} onClick={copyAndClose}>
            {strings.secret.copyAndClose}
          </Button>
        )}
      </DialogFooter>
      <CloseGuard
        open={secret.state.status === 'confirmingClose'}
        onBack={secret.cancelClose}
        onCopyAndClose={copyAndClose}
        onCloseAnyway={secret.forceClose}
        returnFocus={() => copyButton.current}
        strings={strings}
        classNames={classNames}
      />
    </>
  )
}
