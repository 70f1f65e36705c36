export { type CallerAddress, createCallerAddress } from './caller-address.js'
export { createHandler, type HandlerOptions } from './create-handler.js'
export { dataResponse } from './data-response.js'
export { isTrustedOrigin } from './is-trusted-origin.js'
export { createKeyCheck } from './key-check.js'
export { createKeyGuard, type GuardQuestion, type KeyGuard, type Passage } from './key-guard.js'
export {
  type LeakErrorContext,
  type LeakReportsOptions,
  leakReportsHandler,
} from './leaks/leak-reports-handler.js'
export { type MachineIdentity, toMachineIdentity } from './machine-identity.js'
export { type MetricsOptions, metricsHandler } from './metrics-handler.js'
export { type TokenHandlerOptions, tokenHandler } from './oauth/token-handler.js'
export { type OpenApiDocument, toOpenApiDocument } from './openapi.js'
export { problemResponse } from './problem-response.js'
export { type JsonBody, readJsonBody } from './read-json-body.js'
export { refusalResponse } from './refusal-response.js'
