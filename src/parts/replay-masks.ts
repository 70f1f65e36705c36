/** What session recorders look for before they leave an element out. A secret belongs in no recording. */
export const replayMasks = {
  translate: 'no',
  spellCheck: false,
  'data-sentry-mask': '',
  'data-dd-privacy': 'mask',
  'data-private': '',
  'data-hj-suppress': '',
  'data-clarity-mask': 'true',
  'data-recording-sensitive': '',
} as const

/** The recorders that look for a class. */
export const replayMaskClass = 'ph-no-capture rr-block fs-exclude'
