/** Which rows are chosen. The manager's `selection` is one. */
export interface TableSelection {
  readonly ids: ReadonlySet<string>
  /** `indeterminate`: some, but not all. */
  readonly allState: boolean | 'indeterminate'
  /** Some keys cannot be, such as revoked ones. */
  selectable(id: string): boolean
  /** `range`: everything from the one before to this one. */
  toggle(id: string, options?: { range?: boolean | undefined }): void
  toggleAll(): void
  clear(): void
}
