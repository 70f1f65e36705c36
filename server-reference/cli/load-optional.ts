import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'

/** Loads what stands on packages that not everybody has. @param packages as they are installed */
export async function loadOptional<T>(load: () => Promise<T>, packages: string): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new CommandStop(
      exitCodes.failed,
      `This needs packages that are not installed here. Run "npm install ${packages}", or start latchkey in the folder of your app.`,
    )
  }
}
