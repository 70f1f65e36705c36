/** A clipboard that a play function can read, and that can say no. */
export interface Clipboard {
  /** What was copied last; null: nothing. */
  readonly text: string | null
  /** As with a browser, a policy or an insecure page that forbids it. */
  refuses: boolean
}

/**
 * Lends a play function a clipboard of its own, which works without a person’s click. Afterwards the browser’s is
 * back, so that whoever looks at the story copies for real.
 */
export function withClipboard<Context>(play: (context: Context, clipboard: Clipboard) => Promise<void>) {
  return async (context: Context): Promise<void> => {
    let text: string | null = null
    const clipboard = {
      refuses: false,
      get text() {
        return text
      },
    }
    const write = async (next: string) => {
      if (clipboard.refuses) throw new DOMException('Write permission denied.', 'NotAllowedError')
      text = next
    }
    const restore = [
      override(navigator, 'clipboard', { writeText: write, readText: async () => text ?? '' }),
      // The older way, which would still work in a test browser.
      override(document, 'execCommand', () => false),
    ]
    try {
      await play(context, clipboard)
    } finally {
      for (const undo of restore) undo()
    }
  }
}

function override(target: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { configurable: true, writable: true, value })
  return () => {
    if (own) Object.defineProperty(target, name, own)
    else Reflect.deleteProperty(target, name)
  }
}
