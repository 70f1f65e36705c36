import { type ComponentPropsWithoutRef, forwardRef, type Ref, useEffect, useRef } from 'react'
import type { ApiKey } from '../contract/index.js'
import type { CopyStatus } from '../hooks/use-copy.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { CopyButton } from './copy-button.js'
import { Icon } from './icon.js'
import { KeyValue } from './key-value.js'
import { ownClass } from './own-class.js'
import { replayMaskClass, replayMasks } from './replay-masks.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface SecretFieldProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onCopy'> {
  /** What is shown while the secret is masked. */
  masked: Pick<ApiKey, 'prefix' | 'start' | 'end'>
  /** Reads the secret; called only while it is visible. */
  read(): string | null
  visible: boolean
  saved: boolean
  copyStatus: CopyStatus
  onToggle(): void
  onCopy(): void
  /** The whole secret was copied by hand, out of the page. */
  onManualCopy(): void
  copyRef?: Ref<HTMLButtonElement> | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/**
 * The secret, once. It is text in a `<code>` and nowhere else: no value, no attribute, and while it is masked not
 * even that. Where copying was refused it is selected, so that the keyboard can copy it.
 */
export const SecretField = forwardRef<HTMLDivElement, SecretFieldProps>(function SecretField(
  {
    masked,
    read,
    visible,
    saved,
    copyStatus,
    onToggle,
    onCopy,
    onManualCopy,
    copyRef,
    strings,
    classNames,
    className,
    ...rest
  },
  ref,
) {
  const code = useRef<HTMLElement>(null)
  const failed = copyStatus === 'failed'
  useEffect(() => {
    if (failed && visible && code.current)
      code.current.ownerDocument.getSelection()?.selectAllChildren(code.current)
  }, [failed, visible])

  const noticeManualCopy = () => {
    const selected = code.current?.ownerDocument.getSelection()?.toString().trim()
    if (selected && selected === read()) onManualCopy()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent; nothing is sent from here.
    <div
      role="group"
      aria-label={strings.secret.label}
      {...replayMasks}
      {...rest}
      data-visible={visible || undefined}
      data-saved={saved || undefined}
      ref={ref}
      className={slotClass(
        'secret',
        classNames,
        className ? `${replayMaskClass} ${className}` : replayMaskClass,
      )}
    >
      <span className={slotClass('secretValue', classNames)}>
        {visible ? (
          <code ref={code} className={ownClass('secretText', classNames)} onCopy={noticeManualCopy}>
            {read()}
          </code>
        ) : (
          <KeyValue value={masked} strings={strings} classNames={classNames} />
        )}
      </span>
      <Button
        variant="ghost"
        size="icon"
        aria-label={visible ? strings.secret.hide : strings.secret.show}
        title={visible ? strings.secret.hide : strings.secret.show}
        onClick={onToggle}
        className={slotClass('secretToggle', classNames)}
      >
        <Icon name={visible ? 'eyeOff' : 'eye'} />
      </Button>
      <CopyButton
        ref={copyRef}
        status={copyStatus}
        strings={strings}
        classNames={classNames}
        onClick={onCopy}
      />
    </div>
  )
})
