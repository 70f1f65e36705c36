export {
  createMockBackend,
  type MockBackend,
  type MockBackendOptions,
  type MockCall,
} from './create-mock-backend.js'
export { createMockHandlers } from './create-mock-handlers.js'
export type { Faults } from './faults.js'
export { type MockPerson, mockPeople } from './mock-people.js'
export { mockScopes } from './mock-scopes.js'
export { mockUrl, type RegisteredBackend, registerBackend, unregisterBackend } from './registered-backends.js'
export type { Seed, SeedKey } from './seed-key.js'
export { mockNow, seeds } from './seeds.js'
