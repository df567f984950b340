import { IconChevronDown, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import * as m from '#texts'
import { searchTarget } from './search-target.ts'
import { KeyCap } from './KeyCap.tsx'
import './Filters.css'

export { FilterBar } from './FilterBar.tsx'

type SearchProps = { value: string; onChange: (value: string) => void; label: string; main?: boolean }

/** Search as one types; the address follows 200 ms later. `main`: the one field that Ctrl+K goes to from any page, the companies'. Arrow down enters the list. */
export const SearchField = ({ value, onChange, label, main = false }: SearchProps) => {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    // Someone else changed the address (back, "clear"): follow it, but never overwrite what is being typed.
    if (value !== sent.current) setText(value)
    sent.current = value
  }, [value])
  const change = (next: string, wait = 200) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = next
      onChange(next)
    }, wait)
  }
  return (
    <div className="tov-search">
      <IconSearch size={18} aria-hidden />
      <input
        type="search"
        value={text}
        placeholder={label}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.tov-table-link')?.focus()
          if (event.key === 'Escape') change('', 0)
        }}
        {...(main && searchTarget)}
      />
      {text ? (
        <button type="button" aria-label={m.web_search_clear()} onClick={() => change('', 0)}>
          <IconX size={16} aria-hidden />
        </button>
      ) : (
        main && <KeyCap>Ctrl K</KeyCap>
      )}
    </div>
  )
}

export type Option<Value extends string = string> = { value: Value; label: string; note?: string | undefined }

/** Puts an open popover under its button or field, above it where there is no room below; a browser without anchor positioning gets the same. */
export const putUnder = (popover: HTMLElement, button: HTMLElement | null) => {
  const box = button?.getBoundingClientRect()
  if (!box) return
  const height = popover.offsetHeight
  const below = box.bottom + 4
  const above = box.top - 4 - height
  const fits = below + height <= innerHeight - 8 || above < 8
  popover.style.top = `${fits ? Math.min(below, innerHeight - height - 8) : above}px`
  popover.style.left = `${Math.max(8, Math.min(box.left, innerWidth - popover.offsetWidth - 8))}px`
}

type PickProps<Value extends string> = {
  label: string
  options: readonly Option<Value>[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** Choose none, one or many; a field to narrow a long list. */
export const PickMany = <Value extends string>({ label, options, value, onChange }: PickProps<Value>) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [find, setFind] = useState('')
  const wanted = find.trim().toLocaleLowerCase()
  const shown = wanted
    ? options.filter((one) => `${one.label} ${one.note ?? ''}`.toLocaleLowerCase().includes(wanted))
    : options
  const chosen = value.length === 1 ? options.find((one) => one.value === value[0])?.label : undefined
  const toggle = (one: Value) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  return (
    <>
      <button
        ref={button}
        type="button"
        className="tov-pick"
        data-chosen={value.length > 0 || undefined}
        popoverTarget={id}
      >
        {label}
        {value.length > 0 && <b>{chosen ?? value.length}</b>}
        <IconChevronDown size={16} aria-hidden />
      </button>
      <div
        id={id}
        popover="auto"
        className="tov-pick-list tov-card"
        role="group"
        aria-label={label}
        onToggle={(event) => putUnder(event.currentTarget, button.current)}
      >
        {options.length > 10 && (
          <input
            type="text"
            className="tov-pick-find"
            placeholder={m.web_pick_find()}
            aria-label={m.web_pick_find()}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        )}
        {shown.map((one) => (
          <label key={one.value}>
            <input type="checkbox" checked={value.includes(one.value)} onChange={() => toggle(one.value)} />
            <span>{one.label}</span>
            {one.note && <span className="tov-dim">{one.note}</span>}
          </label>
        ))}
        {shown.length === 0 && <p className="tov-dim">{m.web_pick_none()}</p>}
      </div>
    </>
  )
}

type RangeProps = { label: string; from: string; to: string; onChange: (range: { from: string; to: string }) => void }

/** From and to, both may be left open. Numbers as text, as they stand in the address. */
export const Range = ({ label, from, to, onChange }: RangeProps) => (
  <fieldset className="tov-range">
    <legend>{label}</legend>
    <input
      inputMode="numeric"
      size={5}
      value={from}
      placeholder={m.web_from()}
      aria-label={`${label}, ${m.web_from()}`}
      onChange={(event) => onChange({ from: event.currentTarget.value.replace(/\D/g, ''), to })}
    />
    <span aria-hidden>–</span>
    <input
      inputMode="numeric"
      size={5}
      value={to}
      placeholder={m.web_to()}
      aria-label={`${label}, ${m.web_to()}`}
      onChange={(event) => onChange({ from, to: event.currentTarget.value.replace(/\D/g, '') })}
    />
  </fieldset>
)
