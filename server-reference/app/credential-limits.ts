/** How long what people sign up with may be, in UTF-16 units: the same for the form and for the server. */
export const credentialLimits = {
  name: { max: 100 },
  /** RFC 5321 §4.5.3.1.3, without the angle brackets. */
  email: { max: 254 },
  password: { min: 8, max: 128 },
} as const
