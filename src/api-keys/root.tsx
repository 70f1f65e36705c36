'use client'

import { forwardRef, useId, useMemo, useRef } from 'react'
import { type UseApiKeyManagerOptions, useApiKeyManager } from '../hooks/use-api-key-manager.js'
import { useHydrated } from '../hooks/use-hydrated.js'
import { usePreloaded } from '../hooks/use-preloaded.js'
import { createFormatters, type FormatterOptions } from '../locales/create-formatters.js'
import { list } from '../locales/en/list.js'
import { knownLocale } from '../locales/known-locale.js'
import { knownTimeZone } from '../locales/known-time-zone.js'
import { regionalLocale } from '../locales/regional-locale.js'
import type { LatchkeyStrings, StringsAtFirst } from '../locales/strings.js'
import { withEnglish } from '../locales/with-english.js'
import { labelName } from '../parts/label-name.js'
import { Root as Frame, type RootProps as FrameProps } from '../parts/root.js'
import { LateAnnouncements, lateAnnouncements } from './late-announcements.js'
import { preloadDialogs } from './late-dialogs.js'
import { preloadParts } from './late-parts.js'
import { ManagerContext } from './manager-context.js'
import { type Speaker, Voice } from './voice.js'

/** What is left over, such as `id`, `aria-*` and `data-*`, goes to the `<section>` around everything. */
export interface RootProps extends FrameProps, UseApiKeyManagerOptions, FormatterOptions {
  /** Of the title; headings inside come below it. @default 2 */
  headingLevel?: 2 | 3 | 4 | undefined
  /**
   * A language, such as `de` from `latchkey/locales/de`. It sets `lang` and `dir` as well, and dates and numbers
   * follow it where no `locale` is given. @default English, in the direction of the page
   */
  strings?: LatchkeyStrings | undefined
}

/** Keys, words and a voice for every part inside: one manager, and a live region that is there from the first paint. */
export const Root = forwardRef<HTMLElement, RootProps>(function Root(props, ref) {
  // What the manager takes stays off the section.
  const { client, baseUrl, consumerId, queryClient, permissions, pageSize, searchDelayMs, ...others } = props
  const { initialList, onListChange, initialData, initialDataUpdatedAt, withUsage = true, ...beyond } = others
  const { secretTtlMs, revealMode, now, onEvent, locale, timeZone, hourCycle, ...further } = beyond
  const { strings: given, headingLevel = 2, ...more } = further
  const strings = useMemo<StringsAtFirst>(() => (given ? withEnglish(list, given) : list), [given])
  const { children, ...frame } = more
  const { unstyled } = frame.appearance ?? {}
  // The same object between renders, so that rows are not drawn again.
  const classNames = useMemo(
    () => (unstyled ? { ...frame.classNames, unstyled } : frame.classNames),
    [unstyled, frame.classNames],
  )
  const voice = useRef<Speaker>(null)
  const speaker = useMemo<Speaker>(
    () => ({
      announce: (...said) => voice.current?.announce(...said),
      retract: (...said) => voice.current?.retract(...said),
    }),
    [],
  )
  const { announce } = speaker
  const manager = useApiKeyManager({
    ...props,
    withUsage,
    onEvent(event) {
      // A key whose secret got lost on its way cannot be copied; the secret step says what became of it.
      const isLost = (event.type === 'created' || event.type === 'rotated') && manager.secret.read() === null
      const name = nameOf(event)
      if (!isLost) {
        lateAnnouncements.load().then(
          ({ announceEvent }) => announceEvent(event, name, announce, strings),
          () => undefined,
        )
      }
      onEvent?.(event)
    },
  })
  const nameOf = (event: object) => {
    const key = manager.apiKeys.find(({ id }) => 'keyId' in event && id === event.keyId)
    return key ? labelName(key, strings) : ''
  }
  const isLive = useHydrated()
  // A server knows neither the reader's region nor their time zone. Until the browser takes over, neither does that.
  const language = knownLocale(strings.locale) ?? 'en'
  const format = useMemo(
    () =>
      createFormatters({
        locale: knownLocale(locale) ?? (isLive ? regionalLocale(language) : language),
        timeZone: knownTimeZone(timeZone) ?? (isLive ? undefined : 'UTC'),
        hourCycle,
      }),
    [locale, language, isLive, timeZone, hourCycle],
  )
  usePreloaded(preloadParts, manager.status === 'success' && !manager.isOffline)
  const titleId = useId()
  const createButton = useRef<HTMLButtonElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const look = { strings, classNames }
  return (
    <ManagerContext.Provider
      value={{ manager, announce, isLive, look, format, headingLevel, titleId, createButton, table }}
    >
      <Frame
        aria-labelledby={frame['aria-label'] === undefined ? titleId : undefined}
        lang={language}
        dir={given && strings.dir}
        {...frame}
        classNames={classNames}
        onPointerOver={(event) => {
          frame.onPointerOver?.(event)
          preloadDialogs(event)
        }}
        onFocus={(event) => {
          frame.onFocus?.(event)
          preloadDialogs(event)
        }}
        data-state={manager.view}
        ref={ref}
      >
        {children}
        <Voice ref={voice} classNames={classNames} />
        <LateAnnouncements {...{ manager, speaker, strings, format }} />
      </Frame>
    </ManagerContext.Provider>
  )
})
