'use client'

import { forwardRef, type ReactNode, useId, useMemo, useRef } from 'react'
import { announceEvent } from './announce-event.js'
import { gateText } from './gate-text.js'
import { useAnnouncer } from './hooks/use-announcer.js'
import { type UseApiKeyManagerOptions, useApiKeyManager } from './hooks/use-api-key-manager.js'
import { isShutOut } from './is-shut-out.js'
import { preloadDialogs } from './late-dialogs.js'
import { createFormatters, type FormatterOptions } from './locales/create-formatters.js'
import { list } from './locales/en/list.js'
import { regionalLocale } from './locales/regional-locale.js'
import type { LatchkeyStrings, StringsAtFirst } from './locales/strings.js'
import { withEnglish } from './locales/with-english.js'
import { ManagerDialogsLazy } from './manager-dialogs-lazy.js'
import { ManagerList } from './manager-list.js'
import { ManagerToolbar } from './manager-toolbar.js'
import { CreateButton } from './parts/create-button.js'
import { Header } from './parts/header.js'
import { LiveRegion } from './parts/live-region.js'
import { OfflineBanner } from './parts/offline-banner.js'
import { Root, type RootProps } from './parts/root.js'
import type { SecretTools } from './parts/secret-view.js'
import { useListAnnouncements } from './use-list-announcements.js'
import { useOverlapAnnouncements } from './use-overlap-announcements.js'

/** What is left over, such as `id`, `aria-*` and `data-*`, goes to the `<section>` around everything. */
export interface ApiKeyManagerProps
  extends Omit<RootProps, 'title' | 'children'>,
    UseApiKeyManagerOptions,
    FormatterOptions {
  title?: ReactNode | undefined
  /** One sentence under the title; null: none. */
  description?: ReactNode | undefined
  /** Of the title; headings inside come below it. @default 2 */
  headingLevel?: 2 | 3 | 4 | undefined
  /** How the step that shows a new secret helps to put it to use. */
  secretTools?: SecretTools | undefined
  /**
   * A language, such as `de` from `latchkey/locales/de`. It sets `lang` and `dir` as well, and dates and numbers
   * follow it where no `locale` is given. @default English, in the direction of the page
   */
  strings?: LatchkeyStrings | undefined
}

/** Lists, creates, rotates and revokes API keys, over any backend that speaks the contract. */
export const ApiKeyManager = forwardRef<HTMLElement, ApiKeyManagerProps>(function ApiKeyManager(props, ref) {
  const { client, baseUrl, consumerId, queryClient, permissions, pageSize, searchDelayMs, ...others } = props
  const {
    initialData,
    initialDataUpdatedAt,
    withUsage = true,
    secretTtlMs,
    revealMode,
    now,
    onEvent,
    locale,
    timeZone,
    hourCycle,
    secretTools,
    strings: given,
    ...shown
  } = others
  const strings = useMemo<StringsAtFirst>(() => (given ? withEnglish(list, given) : list), [given])
  const { title = strings.title, description = strings.description, headingLevel = 2, ...root } = shown

  const { unstyled } = root.appearance ?? {}
  // The same object between renders, so that rows are not drawn again.
  const classNames = useMemo(
    () => (unstyled ? { ...root.classNames, unstyled } : root.classNames),
    [unstyled, root.classNames],
  )
  const announcer = useAnnouncer()
  const manager = useApiKeyManager({
    client,
    baseUrl,
    consumerId,
    queryClient,
    permissions,
    pageSize,
    searchDelayMs,
    initialData,
    initialDataUpdatedAt,
    withUsage,
    secretTtlMs,
    revealMode,
    now,
    onEvent(event) {
      announceEvent(event, nameOf(event), announcer, strings)
      onEvent?.(event)
    },
  })
  const nameOf = (event: object) =>
    manager.apiKeys.find(({ id }) => 'keyId' in event && id === event.keyId)?.name ?? ''
  const format = useMemo(
    () => createFormatters({ locale: locale ?? regionalLocale(strings.locale), timeZone, hourCycle }),
    [locale, strings.locale, timeZone, hourCycle],
  )
  useListAnnouncements(manager, announcer.announce, strings, format)
  useOverlapAnnouncements(manager, announcer.announce, strings, format)
  const titleId = useId()
  const createButton = useRef<HTMLButtonElement>(null)

  const { view, search, actions, dialog } = manager
  const look = { strings, format, classNames }
  const create = {
    reason: gateText(actions.create, strings, manager.capabilities),
    onClick: () => (actions.create.allowed ? dialog.open({ type: 'create' }) : undefined),
    classNames,
  }
  return (
    <Root
      aria-labelledby={titleId}
      lang={strings.locale}
      dir={given && strings.dir}
      {...root}
      classNames={classNames}
      onPointerOver={(event) => {
        root.onPointerOver?.(event)
        preloadDialogs(event)
      }}
      onFocus={(event) => {
        root.onFocus?.(event)
        preloadDialogs(event)
      }}
      data-state={view}
      ref={ref}
    >
      <Header
        title={title}
        titleId={titleId}
        description={description}
        headingLevel={headingLevel}
        classNames={classNames}
      >
        {view === 'empty' || isShutOut(manager) || actions.create.reason === 'unsupported' ? null : (
          <CreateButton {...create} ref={createButton}>
            {strings.createKey}
          </CreateButton>
        )}
      </Header>
      {manager.isOffline && view !== 'offline' ? (
        <OfflineBanner strings={strings} classNames={classNames} />
      ) : null}
      {search.value === '' && (view === 'empty' || view === 'error' || view === 'offline') ? null : (
        <ManagerToolbar manager={manager} strings={strings} classNames={classNames} />
      )}
      <ManagerList
        {...look}
        manager={manager}
        announce={announcer.announce}
        headingLevel={headingBelow[headingLevel]}
        createButton={<CreateButton {...create}>{strings.empty.action}</CreateButton>}
      />
      <ManagerDialogsLazy
        {...look}
        manager={manager}
        announce={announcer.announce}
        createButton={createButton}
        tools={secretTools}
      />
      <LiveRegion polite={announcer.polite} assertive={announcer.assertive} classNames={classNames} />
    </Root>
  )
})

const headingBelow = { 2: 3, 3: 4, 4: 5 } as const
