import { registerHooks } from 'node:module'

/**
 * Lets plain Node run this source as it is: imports are spelt `.js`, as the build will name them, and lie here
 * as `.ts`. For processes that tests start; `node --import` loads it first.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const isOurs = specifier.startsWith('.') && !context.parentURL?.includes('/node_modules/')
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
