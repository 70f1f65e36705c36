/** Rows as far as the focus knows them. */
export function FocusableRows({ names }: { names: readonly string[] }) {
  return names.map((name) => (
    <div key={name} data-key-id={name}>
      <button type="button" aria-haspopup="menu">
        {name}
      </button>
    </div>
  ))
}
