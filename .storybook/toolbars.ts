import { languages } from './languages.ts'

interface Choice {
  value: string
  title: string
}

/** What the toolbar says where nobody has touched it: then a story is as its author wrote it, and as tests see it. */
export const initialGlobals = {
  scheme: 'light',
  theme: 'default',
  density: 'asWritten',
  width: 'full',
  language: 'en',
  direction: 'asLanguage',
  network: 'asWritten',
  hostCss: 'none',
  surroundings: 'none',
  // Tests run axe after every story. Who reads the built site loads its 160 kB when asking for it in the panel.
  ...(import.meta.env.PROD && { a11y: { manual: true } }),
}

export const globalTypes = {
  scheme: toolbar('Colour scheme', 'contrast', [
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
    { value: 'system', title: 'System' },
  ]),
  theme: toolbar('Theme', 'paintbrush', [
    { value: 'default', title: 'Default' },
    { value: 'shadcn', title: 'shadcn' },
    { value: 'radix', title: 'Radix' },
    { value: 'brandViolet', title: 'Brand violet' },
    { value: 'terminal', title: 'Terminal' },
    { value: 'highContrast', title: 'High contrast' },
  ]),
  density: toolbar('Density', 'listunordered', [
    { value: 'asWritten', title: 'Density' },
    { value: 'comfortable', title: 'Comfortable' },
    { value: 'compact', title: 'Compact' },
  ]),
  width: toolbar('Width of the container', 'ruler', [
    { value: 'full', title: 'Full width' },
    ...['320px', '480px', '640px', '840px'].map((value) => ({ value, title: value })),
  ]),
  language: toolbar(
    'Language',
    'globe',
    languages.map(({ strings, title }) => ({ value: strings.locale, title })),
  ),
  direction: toolbar('Reading direction', 'transfer', [
    { value: 'asLanguage', title: 'Direction' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  network: toolbar('Network, as the mock server lives through it', 'lightning', [
    { value: 'asWritten', title: 'Network' },
    { value: 'fast', title: 'Fast' },
    { value: 'slow', title: 'Slow: 3 s' },
    { value: 'offline', title: 'Offline' },
    { value: 'serverError', title: 'Server error: 500' },
    { value: 'rateLimited', title: 'Too many requests: 429' },
  ]),
  hostCss: toolbar('CSS of the host; not on Docs pages, which it would mean as well', 'browser', [
    { value: 'none', title: 'No host CSS' },
    { value: 'tailwind4Before', title: 'Tailwind 4, before ours' },
    { value: 'tailwind4After', title: 'Tailwind 4, after ours' },
    { value: 'tailwind3', title: 'Tailwind 3 reset' },
    { value: 'bootstrap', title: 'Bootstrap' },
    { value: 'hostile', title: 'Hostile reset' },
  ]),
  surroundings: toolbar('What the host has around it, to tab through', 'component', [
    { value: 'none', title: 'Alone' },
    { value: 'links', title: 'Between a link and a button' },
  ]),
}

function toolbar(description: string, icon: Icon, items: readonly Choice[]) {
  return { description, toolbar: { icon, dynamicTitle: true, items: [...items] } }
}

type Icon =
  | 'browser'
  | 'component'
  | 'contrast'
  | 'globe'
  | 'lightning'
  | 'listunordered'
  | 'paintbrush'
  | 'ruler'
  | 'transfer'
