import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes what is not there yet, and touches nothing that is. @returns whether the file is a new one */
export async function writeMissing(folder: string, path: string, text: string): Promise<boolean> {
  const file = join(folder, path)
  if (hasUnderAnyName(file)) return false
  await mkdir(dirname(file), { recursive: true })
  // `wx`: also not what somebody else has written since we looked.
  await writeFile(file, text, { flag: 'wx' })
  return true
}

/** A `proxy.js`, or a page in JavaScript, is there as well. */
function hasUnderAnyName(file: string): boolean {
  const [, stem = '', ending = ''] = /^(.*)(\.tsx?)$/.exec(file) ?? []
  return [ending, ending.replace('ts', 'js')].some((each) => existsSync(stem + each))
}
