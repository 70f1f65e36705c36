import { createIcon, type NamedIconProps } from './create-icon.js'
import { listPaths } from './list-icon.js'

const paths = {
  ...listPaths,
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5ZM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5',
  chevron: 'm6 4 4 4-4 4',
  download: 'M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M3 13.5h10',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8ZM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  eyeOff:
    'M6.6 4A6 6 0 0 1 8 3.8c4 0 6.2 4.2 6.2 4.2a10 10 0 0 1-1.6 2.1M4.3 5A9.6 9.6 0 0 0 1.8 8S4 12.2 8 12.2a6 6 0 0 0 3-.8M6.7 6.8a1.8 1.8 0 0 0 2.5 2.5M2.5 2.5l11 11',
} as const

export type IconName = keyof typeof paths

export interface IconProps extends NamedIconProps<IconName> {}

/** One of the component's own drawings, on a 16 pixel grid. Decoration: what it means is always written as well. */
export const Icon = /*#__PURE__*/ createIcon<IconName>(paths)
