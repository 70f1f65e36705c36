import { handleTokens } from '../../handle-tokens.ts'

export {
  handleTokens as DELETE,
  handleTokens as GET,
  handleTokens as HEAD,
  handleTokens as OPTIONS,
  handleTokens as PATCH,
  handleTokens as POST,
  handleTokens as PUT,
}
