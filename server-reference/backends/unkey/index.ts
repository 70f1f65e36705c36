export { type UnkeyOptions, unkeyKeys } from './unkey-keys.js'
