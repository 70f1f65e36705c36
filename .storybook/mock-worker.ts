import { createMockHandlers } from 'latchkey/msw'
import { setupWorker } from 'msw/browser'

const worker = setupWorker(...createMockHandlers())
const unanswered: string[] = []

/** Once per page; relative, so that a Storybook works below any path. */
export async function startMockWorker(): Promise<void> {
  await worker.start({
    quiet: true,
    serviceWorker: { url: './lasting-worker.js' },
    onUnhandledFrame({ frame, defaults }) {
      const { data } = frame
      const request = typeof data === 'object' && data && 'request' in data ? data.request : null
      if (!(request instanceof Request)) return
      if (!/\/(__latchkey|api)(\/|$)/.test(new URL(request.url).pathname)) return
      unanswered.push(`${request.method} ${request.url}`)
      defaults.error()
      throw new Error(`Latchkey: no mock answers ${request.method} ${request.url}.`)
    },
  })
}

/** A component may take a failed request with grace. Its story still asked for something that is not there. */
export function expectAllAnswered(): void {
  const requests = unanswered.splice(0)
  if (requests.length > 0) throw new Error(`Latchkey: no mock answered ${requests.join(', ')}.`)
}
