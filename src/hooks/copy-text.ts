/** How long a clipboard may take to answer: a browser that waits for a permission nobody sees must not hold a person up. */
const patienceMs = 3000

/** `ok` means that the platform said yes; nothing here ever assumes it. */
export type CopyResult = { ok: true } | { ok: false; reason: CopyFailure }

/**
 * `denied`: the browser or a permissions policy said no. `unfocused`: the page lacks focus, which the clipboard
 * needs. `insecure`: not HTTPS, so there is no clipboard. `unsupported`: this browser has none.
 */
export type CopyFailure = 'denied' | 'unsupported' | 'insecure' | 'unfocused'

/**
 * Puts a text on the clipboard and says truthfully whether that worked. Call it from a click or a key press:
 * browsers allow it only then.
 */
export async function copyText(text: string): Promise<CopyResult> {
  const reason = await writeToClipboard(text)
  if (reason === null || copyByCommand(text)) return { ok: true }
  return { ok: false, reason }
}

async function writeToClipboard(text: string): Promise<CopyFailure | null> {
  if (typeof navigator === 'undefined' || !navigator.clipboard?.writeText) {
    return globalThis.isSecureContext === false ? 'insecure' : 'unsupported'
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patienceMs)
    })
    await Promise.race([navigator.clipboard.writeText(text), silence])
    return null
  } catch {
    return document.hasFocus() ? 'denied' : 'unfocused'
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The older way, for frames without clipboard permission and for plain HTTP. The text goes from here to the
 * clipboard event: never into an element, where an extension, a recorder or the focus trap of a dialog would meet it.
 */
function copyByCommand(text: string): boolean {
  if (typeof document === 'undefined' || typeof document.execCommand !== 'function') return false
  let handed = false
  const hand = (event: ClipboardEvent) => {
    event.stopImmediatePropagation()
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    handed = true
  }
  window.addEventListener('copy', hand, true)
  try {
    return document.execCommand('copy') && handed
  } catch {
    return false
  } finally {
    window.removeEventListener('copy', hand, true)
  }
}
