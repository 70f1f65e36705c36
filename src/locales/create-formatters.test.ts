import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFormatters } from './create-formatters.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })
const hourMs = 3_600_000

describe('Times in words', () => {
  it('are short for what just was, and a date for what is long past', () => {
    expect(format.ago(now - 59_000, now)).toBeNull()
    expect(format.ago(now - 2 * 60_000, now)).toBe('2 min. ago')
    expect(format.ago(now - 25 * hourMs, now)).toBe('1 day ago')
    expect(format.ago('2026-08-30T00:00:00Z', now)).toBe('Aug 30, 2026')
  })

  it('never promise more than is left', () => {
    expect(format.ahead(now + 5.9 * 24 * hourMs, now)).toBe('in 5 days')
    expect(format.ahead(now + 36.5 * hourMs, now)).toBe('in 36 hours')
    expect(format.span(17.9 * hourMs)).toBe('17 hr')
    expect(format.span(10_000)).toBe('1 min')
  })

  it('follow the reader’s language, zone and clock', () => {
    const german = createFormatters({ locale: 'de', timeZone: 'Europe/Berlin' })
    expect(german.dateTime(now)).toContain('18:40')
    expect(german.days(90)).toBe('90 Tage')
    expect(german.list(['Name', 'Ablauf'])).toBe('Name und Ablauf')
    expect(createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h12' }).dateTime(now)).toContain(
      '5:40',
    )
  })

  it.each(['en-CA', 'es-MX', 'es-AR'])('leave the full stop to the sentence, in %s as well', (locale) => {
    const { dateTime } = createFormatters({ locale, timeZone: 'UTC' })
    expect(dateTime(now)).toMatch(/5:40\spm$/)
    expect(dateTime(now - 12 * hourMs)).toMatch(/5:40\sam$/)
  })

  it('say a number once, in Hebrew as well', () => {
    const hebrew = createFormatters({ locale: 'he', timeZone: 'UTC' })
    expect(hebrew.ago(now - hourMs, now)).not.toMatch(/[()]/)
    expect(hebrew.ahead(now + 2 * 24 * hourMs, now)).toBe('בעוד יומיים')
    expect(hebrew.ahead(now + 3 * 24 * hourMs, now)).toBe('בעוד 3 ימים')
  })

  it('call 365 days a year', () => {
    expect(format.days(365)).toBe('1 year')
    expect(format.days(7)).toBe('7 days')
  })
})

describe('What Intl does not know', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  afterEach(() => warn.mockClear())
  const dayIn = (locale: string) => createFormatters({ locale, timeZone: 'UTC' }).day('2026-03-03')

  it('is read as it was meant, where that can be told', () => {
    expect(dayIn('de_DE')).toBe('03.03.2026')
    expect(warn).not.toHaveBeenCalled()
  })

  it.each(['xx-invalid!', '', 'c'])(
    'is English where %j is no locale, and its author is told once',
    (tag) => {
      expect(dayIn(tag)).toBe('Mar 3, 2026')
      expect(dayIn(tag)).toBe('Mar 3, 2026')
      expect(warn).toHaveBeenCalledOnce()
      expect(warn).toHaveBeenCalledWith(
        expect.stringMatching(/^Latchkey: ".*" is no locale\..* Pass a BCP 47 tag/),
      )
    },
  )

  it('is the browser’s time zone where it is none', () => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(createFormatters({ timeZone: 'Mars/Olympus' }).timeZone).toBe(here)
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^Latchkey: "Mars\/Olympus" is no time zone\./))
  })

  it('is not told to the users of an application', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(dayIn('yy-invalid!')).toBe('Mar 3, 2026')
    vi.unstubAllEnvs()
    expect(warn).not.toHaveBeenCalled()
  })
})
