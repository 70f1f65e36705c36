import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { rotateCommand } from './commands/rotate-command.js'
import { confirm } from './confirm.js'
import { exitCodes } from './exit-codes.js'
import { openTerminal } from './open-terminal.js'
import { readCall } from './read-call.js'

it('A question shows what is in it, and whose key it is about is not turned into another (OP-3)', async () => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  for (const stream of [stdin, stdout, stderr]) Object.assign(stream, { isTTY: true })
  const terminal = openTerminal({ argv: [], env: {}, stdin, stdout, stderr })
  const answer = confirm(readCall(rotateCommand, [], terminal), '"ci" of ac\u202eme stops working at once.')
  stdin.write('no\r')
  await expect(answer).rejects.toMatchObject({ exitCode: exitCodes.notConfirmed })
  expect(String(stderr.read())).toContain('of ac\\u202eme stops')
})
