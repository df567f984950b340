import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import * as m from '#texts'
import { putUnder } from './Filters.tsx'
import { readTime, saysClock } from './read-dates.ts'
import './TimeField.css'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** `13:30`, or empty. */
  value?: string
  onChange: (time: string) => void
  /** First and last of the list, and how many minutes apart; any other time may be typed. */
  from?: string
  to?: string
  every?: 15 | 30
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The list under the field, above everything else on the page, a dialog too. */
const useList = () => {
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const shown = list.current
    if (!shown) return
    if (!open) {
      shown.hidePopover()
      return
    }
    shown.showPopover()
    shown.style.minWidth = `${field.current?.offsetWidth ?? 0}px`
    putUnder(shown, field.current)
  }, [open])
  return { list, field, open, setOpen }
}

/** A clock time with 24 hours in any browser: typed as "13.30", "1330" or "13", or taken from the list with arrows or a press. */
export const TimeField = ({ value = '', onChange, from = '07:00', to = '17:00', every = 30, error, ...rest }: Props) => {
  const id = useId()
  const { list, field, open, setOpen } = useList()
  const [text, setText] = useState(() => saysClock(value))
  const [wrong, setWrong] = useState(false)
  const sent = useRef(value)
  const show = (time: string) => {
    sent.current = time
    setText(saysClock(time))
    setWrong(false)
  }
  useEffect(() => {
    if (value !== sent.current) show(value)
  }, [value])
  useEffect(() => {
    if (open) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [open, value, list])
  const first = minutesOf(from)
  const times = Array.from({ length: Math.floor((minutesOf(to) - first) / every) + 1 }, (_, at) =>
    timeAt(first + at * every),
  )
  const choose = (time: string) => {
    show(time)
    onChange(time)
  }
  const step = (by: 1 | -1) => {
    const next = by > 0 ? times.find((time) => time > value) : times.findLast((time) => time < value)
    const start = times.find((time) => time >= '09:00') ?? times[0]
    const time = value ? next : start
    if (time) choose(time)
    setOpen(true)
  }
  const leave = () => {
    setOpen(false)
    const time = readTime(text)
    if (time) setText(saysClock(time))
    setWrong(!time && text.trim() !== '')
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (open && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div className="tov-time">
      <TextInput
        {...rest}
        ref={field}
        role="combobox"
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="none"
        aria-activedescendant={open && times.includes(value) ? `${id}${value}` : undefined}
        autoComplete="off"
        inputMode="decimal"
        error={wrong ? m.web_time_unread() : error}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setWrong(false)
          const time = readTime(event.currentTarget.value) ?? ''
          sent.current = time
          onChange(time)
        }}
      />
      <ul
        ref={list}
        id={id}
        role="listbox"
        popover="manual"
        className="tov-time-list tov-card"
        aria-label={m.web_time_list()}
      >
        {times.map((time) => (
          <li
            key={time}
            id={`${id}${time}`}
            role="option"
            aria-selected={time === value}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              choose(time)
              setOpen(false)
            }}
          >
            {saysClock(time)}
          </li>
        ))}
      </ul>
    </div>
  )
}
