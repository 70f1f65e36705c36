/** Runs once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareOrExit } = await import('./app/prepare-or-exit.ts')
    await prepareOrExit()
  }
}
