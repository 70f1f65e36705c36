import type { Server } from 'node:http'

/** What must be done before the first request. Where the app cannot work, the process says why and ends. */
export async function prepareOrExit(): Promise<void> {
  try {
    await prepare()
  } catch (error) {
    // Next would go on and answer 500 to everything; a server that cannot work must not look like one that runs.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

async function prepare(): Promise<void> {
  // Imported here, so that what these modules throw while they load is told like everything else.
  const { environment } = await import('./environment.ts')
  const { writeClientAddress } = await import('./client-address.ts')
  const { limitPatience } = await import('./limit-patience.ts')
  const { migrate } = await import('./migrate.ts')
  const { prepareIncoming } = await import('./prepare-incoming.ts')
  const { joinAuthorization } = await import('./repeated-authorization.ts')
  const { requireTransport } = await import('./require-transport.ts')
  const { createCallerAddress } = await import('latchkey/server')
  const callerAddress = createCallerAddress(environment.trustedProxies)
  let server: Server | null = null
  prepareIncoming((incoming) => {
    server = incoming.server
    limitPatience(incoming.server)
    joinAuthorization(incoming.request)
    writeClientAddress(incoming.request, callerAddress)
    requireTransport(incoming.request, incoming.response, environment.origin)
  })
  // The sign-in, which comes along, looks for its tables at once.
  await migrate()
  await tryTokens()
  await endWell(() => server)
  await announceDue()
}

/** A key that cannot sign is found now, not by the first machine that asks (ST-5). */
async function tryTokens(): Promise<void> {
  const { latchkey } = await import('./latchkey.ts')
  await latchkey.tokens?.ready()
}

/** Announces keys that end soon or lie unused. Each process tries; the first one to come says it. */
async function announceDue(): Promise<void> {
  const { latchkey } = await import('./latchkey.ts')
  const { reportError } = await import('./report-error.ts')
  const { sweepHourly } = await import('./sweep-hourly.ts')
  sweepHourly(latchkey.sweep, (error) => reportError(error, { during: 'sweep' }))
}

/** Next's own handlers would end the process first; `NEXT_MANUAL_SIG_HANDLE` keeps them away. */
async function endWell(server: () => Server | null): Promise<void> {
  const { latchkey } = await import('./latchkey.ts')
  const { reportError } = await import('./report-error.ts')
  const { createShutDown } = await import('./shut-down.ts')
  const shutDown = createShutDown({
    latchkey,
    server,
    exit: (code) => process.exit(code),
    onError: (error) => reportError(error, { during: 'close' }),
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void shutDown())
}
