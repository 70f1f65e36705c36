import { expect, test } from 'vitest'
import config from '../next.config.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'

test('HT-21: with Clerk the policy is that of the build, with one host more', async () => {
  const [{ headers } = { headers: [] }] = (await config.headers?.()) ?? []
  const ofBuild = headers.find(({ key }) => key === 'Content-Security-Policy')?.value
  expect(contentSecurityPolicy(null)).toBe(ofBuild)
  expect(contentSecurityPolicy('clerk.example.com').split('; ')).toEqual([
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' https://clerk.example.com",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self' https://clerk.example.com",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ])
})
