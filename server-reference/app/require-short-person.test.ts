import { expect, test } from 'vitest'
import { requireShortPerson } from './require-short-person.ts'

test('A name or an address that no form would send is refused by name', async () => {
  await expect(requireShortPerson({ name: 'a'.repeat(10_000) })).rejects.toMatchObject({
    statusCode: 400,
    body: { code: 'NAME_TOO_LONG' },
  })
  await expect(requireShortPerson({ name: 'Ada', email: `${'a'.repeat(250)}@b.co` })).rejects.toMatchObject({
    body: { code: 'EMAIL_TOO_LONG' },
  })
})

test('What changes neither, or keeps within its limits, passes', async () => {
  await expect(requireShortPerson({})).resolves.toBeUndefined()
  await expect(
    requireShortPerson({ name: 'a'.repeat(100), email: 'ada@example.com' }),
  ).resolves.toBeUndefined()
})
