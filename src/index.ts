'use client'

export { ApiKeyManager, type ApiKeyManagerProps } from './api-key-manager.js'
export * from './headless.js'
export { createFormatters, type FormatterOptions, type Formatters } from './locales/create-formatters.js'
export { en } from './locales/en.js'
export type { LatchkeyStrings } from './locales/strings.js'
export * from './parts/index.js'
