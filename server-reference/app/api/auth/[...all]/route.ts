import { toNextJsHandler } from 'better-auth/next-js'
import { accounts } from '../../../accounts.ts'

export const { GET, POST } = toNextJsHandler(accounts)
