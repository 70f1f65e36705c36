#!/usr/bin/env node
import { nodeProblem } from './node-problem.js'

/** The program `latchkey`. What needs a newer Node is loaded once it is known to be there. */
const problem = nodeProblem(process.versions.node)
if (problem === null) {
  const { openTerminal } = await import('./open-terminal.js')
  const { runCommandLine } = await import('./run-command-line.js')
  process.exitCode = await runCommandLine(openTerminal(process))
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
