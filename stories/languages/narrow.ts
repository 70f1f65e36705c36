/** The narrowest window that WCAG 1.4.10 asks for. */
export const narrow = {
  globals: { viewport: { value: 'narrow', isRotated: false } },
}
