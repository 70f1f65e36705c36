/** Leads to the first field that is wrong, so that nobody has to look for it. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  const field = form?.querySelector('[data-invalid]')
  const inner = field?.querySelector('[data-invalid]') ?? field
  inner?.querySelector<HTMLElement>('input:not([type="radio"]), input:checked')?.focus()
}
