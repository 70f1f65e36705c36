import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { nodeProblem } from './node-problem.js'

const least = manifest.engines.node.replace(/^>=/, '')

it('An older Node than the package names is told so, and no other', () => {
  expect([least, '22.20.0', '24.0.0', '100.1.0'].map(nodeProblem)).toEqual([null, null, null, null])
  for (const version of ['20.20.2', '22.17.9', '9.11.0']) {
    expect(nodeProblem(version)).toContain(`needs Node ${least.replace(/\.0$/, '')} or newer`)
  }
})
