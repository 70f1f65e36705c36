export { type ClerkSessionOptions, clerkSession } from './clerk-session.js'
