import { readFileSync } from 'node:fs'

/*
 * Loaded into a process before everything else: its wall clock is off by what a file says, in milliseconds, and jumps
 * when SIGUSR2 says that the file has changed. `performance.now()` goes on as it is.
 */

const path = process.env.SHIFTED_CLOCK ?? ''
const RealDate = Date
let shiftMs = 0
process.on('SIGUSR2', () => {
  shiftMs = Number(readFileSync(path, 'utf8'))
})

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [target.now() + shiftMs] : args, newTarget),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + shiftMs : Reflect.get(target, name, receiver),
})
