import { useId } from 'react'
import { type BuiltTheme, colorRoles, fonts, isColorRole, isFontName } from './built-theme.ts'
import { ColorKnob } from './color-knob.tsx'

interface KnobsProps {
  theme: BuiltTheme
  onChange(theme: BuiltTheme): void
}

/** Everything that can be chosen. Colours are those of the scheme that is shown. */
export function Knobs({ theme, onChange }: KnobsProps) {
  const { scheme, colors } = theme
  const set = (change: Partial<BuiltTheme>) => onChange({ ...theme, ...change })
  return (
    <form className="theme-knobs" aria-label="Theme" onSubmit={(event) => event.preventDefault()}>
      <Either
        legend="Scheme"
        of={['light', 'dark']}
        value={scheme}
        onChange={(next) => set({ scheme: next })}
      />
      {Object.keys(colorRoles)
        .filter(isColorRole)
        .map((role) => (
          <ColorKnob
            key={role}
            label={colorRoles[role].label}
            value={colors[role]?.[scheme] ?? colorRoles[role][scheme]}
            onChange={(color) => set({ colors: { ...colors, [role]: { ...colors[role], [scheme]: color } } })}
          />
        ))}
      <label>
        Radius
        <input
          type="range"
          min={0}
          max={24}
          value={theme.radius}
          aria-valuetext={`${theme.radius} pixels`}
          onChange={({ target }) => set({ radius: target.valueAsNumber })}
        />
      </label>
      <label>
        Size of the text
        <input
          type="range"
          min={12}
          max={18}
          value={theme.fontSize}
          aria-valuetext={`${theme.fontSize} pixels`}
          onChange={({ target }) => set({ fontSize: target.valueAsNumber })}
        />
      </label>
      <label>
        Font
        <select
          value={theme.font}
          onChange={({ target }) => isFontName(target.value) && set({ font: target.value })}
        >
          {Object.keys(fonts).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Either
        legend="Density"
        of={['comfortable', 'compact']}
        value={theme.density}
        onChange={(density) => set({ density })}
      />
    </form>
  )
}

interface EitherProps<T> {
  legend: string
  of: readonly T[]
  value: T
  onChange(value: T): void
}

function Either<T extends string>({ legend, of, value, onChange }: EitherProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend>{legend}</legend>
      {of.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === value} onChange={() => onChange(each)} />
          {each}
        </label>
      ))}
    </fieldset>
  )
}
