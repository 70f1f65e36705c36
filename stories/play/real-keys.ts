/** The keyboard of a test's browser: keys arrive where the focus is, in a shadow root too, and Tab moves it. */
export interface RealKeys {
  press(key: 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape'): Promise<void>
  type(text: string): Promise<void>
}

/** Null in Storybook itself, where a page has no keyboard to press. */
export async function realKeys(): Promise<RealKeys | null> {
  if (!('__vitest_browser__' in globalThis)) return null
  const { userEvent } = await import('vitest/browser')
  return {
    press: (key) => userEvent.keyboard(key === 'Shift+Tab' ? '{Shift>}{Tab}{/Shift}' : `{${key}}`),
    type: (text) => userEvent.keyboard(text),
  }
}
