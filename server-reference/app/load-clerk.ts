/** What the pages need of Clerk's own script. */
interface ClerkInPage {
  load(): Promise<void>
  signOut(options: { redirectUrl: string }): Promise<void>
}

/** Which instance of Clerk's signs people in, as far as a page needs to know. */
export interface ClerkPlace {
  publishableKey: string
  frontendApi: string
}

/** Clerk's script, which renews the session's token each minute for as long as a page is open. Loaded once. */
export function loadClerk(place: ClerkPlace): Promise<ClerkInPage> {
  loading ??= load(place).catch((error: unknown) => {
    // The next who asks tries again.
    loading = null
    throw error
  })
  return loading
}

let loading: Promise<ClerkInPage> | null = null

async function load({ publishableKey, frontendApi }: ClerkPlace): Promise<ClerkInPage> {
  const script = document.createElement('script')
  script.src = `https://${frontendApi}/npm/@clerk/clerk-js@6/dist/clerk.browser.js`
  script.crossOrigin = 'anonymous'
  // Read by the script itself.
  script.dataset.clerkPublishableKey = publishableKey
  await new Promise((loaded, failed) => {
    script.addEventListener('load', loaded)
    script.addEventListener('error', () => failed(new Error('Clerk could not be loaded.')))
    document.head.append(script)
  })
  if (!window.Clerk) throw new Error('Clerk’s script did not start.')
  await window.Clerk.load()
  return window.Clerk
}

declare global {
  interface Window {
    Clerk?: ClerkInPage
  }
}
