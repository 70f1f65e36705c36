import { keyHandlers } from '../../../key-handlers.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = keyHandlers
