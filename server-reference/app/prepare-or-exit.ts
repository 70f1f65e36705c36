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
  const { migrate } = await import('./migrate.ts')
  const { prepareIncoming } = await import('./prepare-incoming.ts')
  const { joinAuthorization } = await import('./repeated-authorization.ts')
  prepareIncoming(({ request }) => {
    joinAuthorization(request)
    writeClientAddress(request, environment.trustedProxies)
  })
  await migrate()
  const { latchkey } = await import('./latchkey.ts')
  // Usage is gathered in memory for a second: the last of it is written when the process is asked to end.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void latchkey.flush().catch(() => undefined))
  }
}
