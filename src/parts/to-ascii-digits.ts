/** Digits of any script as 0 to 9: an Arabic or a full-width keyboard types others, and means the same. */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => `${numberOf(digit)}`)
}

/** Unicode keeps each script's ten digits in a row, and those rows apart or one right behind the other. */
function numberOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (point - zero) % 10
}
