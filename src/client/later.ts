// What nobody needs to see a list, in one file to fetch.
export { laterOperations } from './later-operations.js'
export { readProblem } from './read-problem.js'
