/** Made by `.storybook/reference-plugin.ts`. */
declare module 'virtual:latchkey-reference/*' {
  const items: readonly import('../../api-reference.ts').ReferenceItem[]
  export default items
}
