export { type RedisClient, type RedisRateLimitOptions, redisRateLimits } from './redis-rate-limits.js'
