import { randomBytes } from 'node:crypto'
import { type AppEnvironment, parseEnvironment } from './parse-environment.ts'

/** Next runs the modules of all routes while it builds; nothing of what they make then is kept. */
const isBuilding = process.env.NEXT_PHASE === 'phase-production-build'

export const environment: AppEnvironment & { isBuilding: boolean } = {
  ...(isBuilding ? forBuild() : parseEnvironment(process.env)),
  isBuilding,
}

/** So that a build needs no secrets, and finds none to keep. */
function forBuild(): AppEnvironment {
  const secret = () => randomBytes(32).toString('hex')
  const ofBuild = parseEnvironment({ BETTER_AUTH_SECRET: secret(), LATCHKEY_PEPPER: secret() })
  return { ...ofBuild, database: { type: 'sqlite', path: ':memory:' } }
}
