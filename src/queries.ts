// No "use client": a Server Component imports this to prefetch into a `QueryClient` that it dehydrates.
export { apiKeyQueries, type KeysOf, type ListParams } from './hooks/api-key-queries.js'
