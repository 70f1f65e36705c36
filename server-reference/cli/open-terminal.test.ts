import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openTerminal } from './open-terminal.js'

function open(env: Record<string, string> = {}, isTTY = true) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() }
  for (const stream of Object.values(streams)) Object.assign(stream, { isTTY })
  const shown = () => `${streams.stdout.read() ?? ''}${streams.stderr.read() ?? ''}`
  return {
    terminal: openTerminal({ argv: ['node', 'latchkey', 'list'], env, ...streams }),
    ...streams,
    shown,
  }
}

describe('A terminal', () => {
  it('shows a question and nothing of a secret that is typed or pasted', async () => {
    const { terminal, stdin, shown } = open()
    const answer = terminal.askSecretly('Key: ')
    stdin.write('lk_live_abc\r')
    expect(await answer).toBe('lk_live_abc')
    expect(shown()).toBe('Key: \n')
  })

  it('keeps the terminal itself from showing a secret before it asks for one', async () => {
    const { terminal, stdin, stderr } = open()
    const order: string[] = []
    Object.assign(stdin, { setRawMode: (isRaw: boolean) => order.push(isRaw ? 'hidden' : 'shown') })
    stderr.on('data', (text: Buffer) => order.push(text.toString()))
    const answer = terminal.askSecretly('Key: ')
    stdin.write('x\r')
    await answer
    expect(order.slice(0, 2)).toEqual(['hidden', 'Key: '])
    expect(order).toContain('shown')
  })

  it('shows what is typed where it is no secret', async () => {
    const { terminal, stdin, shown } = open()
    const answer = terminal.ask('Sure? ')
    stdin.write('yes\r')
    expect(await answer).toBe('yes')
    expect(shown()).toContain('Sure? ')
  })

  it('ends the command where somebody breaks off', async () => {
    const { terminal, stdin } = open()
    const answer = terminal.askSecretly('Key: ')
    stdin.write('half\u0003')
    await expect(answer).rejects.toMatchObject({ exitCode: 130 })
  })

  it('reads all of the standard input, however it is cut', async () => {
    const { terminal, stdin } = open({}, false)
    const input = terminal.readInput()
    const bytes = Buffer.from('é')
    stdin.write(bytes.subarray(0, 1))
    stdin.end(bytes.subarray(1))
    expect(await input).toBe('é')
    expect(terminal.isInteractive).toBe(false)
  })

  it('has no colours under NO_COLOR, nor into a file', () => {
    expect(open().terminal.hasColours).toEqual({ print: true, say: true })
    expect(open({ NO_COLOR: '1' }).terminal.hasColours).toEqual({ print: false, say: false })
    expect(open({ NO_COLOR: '' }).terminal.hasColours.print).toBe(true)
    expect(open({}, false).terminal.hasColours.print).toBe(false)
  })

  it('wipes progress away before anything else is said, and shows none into a file', () => {
    const { terminal, shown } = open()
    terminal.showProgress('12 keys…')
    terminal.say('Done.')
    expect(shown()).toBe(`12 keys…\r${' '.repeat(8)}\rDone.\n`)
    const file = open({}, false)
    file.terminal.showProgress('12 keys…')
    expect(file.shown()).toBe('')
  })
})
