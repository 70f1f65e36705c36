import { createIcon } from './create-icon.js'

/** What a page with the list draws. */
export const listPaths = {
  arrowDown: 'M8 3v10M4 9l4 4 4-4',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
  close: 'm4 4 8 8M12 4l-8 8',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  warning: 'M8 2.2 14.5 13.5h-13L8 2.2ZM8 6.6v3M8 11.6v.01',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5v3.3M8 5.2v.01',
  key: 'M5.2 13.8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM7.4 8.6l6-6M11 5l1.8 1.8',
  offline: 'M2 2l12 12M5.2 5.4A4 4 0 0 0 4 13h7.4M7.2 4.1a4 4 0 0 1 4.6 2.9 3 3 0 0 1 2.4 3.9M8 13',
} as const

export type ListIconName = keyof typeof listPaths

/** Like `Icon`, without the drawings that only a dialog has: a page with the list does not load those. */
export const ListIcon = /*#__PURE__*/ createIcon<ListIconName>(listPaths)
