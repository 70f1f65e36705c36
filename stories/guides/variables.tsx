import { publicVariables } from 'latchkey'
import latchkeyTheme from 'latchkey/tailwind'

/** Every public variable with its default, as the Tailwind preset tells it. */
export function Variables() {
  const defaults = new Map(tokensIn(latchkeyTheme.theme.extend).map((token) => parseToken(token)))
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">Default</th>
        </tr>
      </thead>
      <tbody>
        {publicVariables.map((name) => {
          const value = defaults.get(name) ?? ''
          return (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>
                {name.startsWith('--lk-color-') && <Swatch color={value} />}
                <code>{value}</code>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Swatch({ color }: { color: string }) {
  const size = { display: 'inline-block', inlineSize: '1em', blockSize: '1em', marginInlineEnd: 8 }
  return <span style={{ ...size, verticalAlign: 'middle', background: color, border: '1px solid #8888' }} />
}

/** Every text of the form `var(--lk-…, default)`, however deep, but those for compact rows and for older browsers. */
function tokensIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('var(--lk-') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    /^lkLight$|-compact$/.test(name) ? [] : tokensIn(each),
  )
}

function parseToken(token: string): [name: string, value: string] {
  const comma = token.indexOf(',')
  return [token.slice('var('.length, comma), token.slice(comma + 1, -1).trim()]
}
