#!/usr/bin/env node
import { openTerminal } from './open-terminal.js'
import { runCommandLine } from './run-command-line.js'

/** The program `latchkey`. */
process.exitCode = await runCommandLine(openTerminal(process))
