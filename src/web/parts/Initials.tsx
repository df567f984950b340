import './Initials.css'

const lettersOf = (name: string) => {
  const words = name.trim().split(/\s+/)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

/** A person's initials in a circle; no colour, schools and persons have none. The name stands beside it. */
export const Initials = ({ name, size = 26 }: { name: string; size?: number }) => (
  <span
    className="tov-initials"
    style={{ width: size, height: size, fontSize: Math.max(10, Math.round(size * 0.41)) }}
    aria-hidden="true"
  >
    {lettersOf(name)}
  </span>
)
