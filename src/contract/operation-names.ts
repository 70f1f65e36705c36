import { operations } from './operations.js'
import type { OperationName } from './routes.js'

/** Every operation, in the order of the table. */
export const operationNames: readonly OperationName[] = Object.keys(operations).filter(isOperationName)

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}
