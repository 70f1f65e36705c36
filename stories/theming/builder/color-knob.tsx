import { useState } from 'react'

interface ColorKnobProps {
  label: string
  /** As `#rrggbb`. */
  value: string
  onChange(value: string): void
}

/** A colour to pick, or to type and paste: a picker is the browser's own, and not every one hears a keyboard. */
export function ColorKnob({ label, value, onChange }: ColorKnobProps) {
  /** null: nobody is typing. */
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="theme-color">
      <label>
        {label}
        <input type="color" value={value} onChange={({ target }) => onChange(target.value)} />
      </label>
      <input
        type="text"
        aria-label={`${label}, hexadecimal`}
        spellCheck={false}
        size={8}
        dir="ltr"
        value={typed ?? value}
        aria-invalid={typed !== null && !isColor(typed)}
        onChange={({ target }) => {
          setTyped(target.value)
          if (isColor(target.value)) onChange(target.value.trim().toLowerCase())
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}

function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text.trim())
}
