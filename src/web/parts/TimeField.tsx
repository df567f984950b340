import { TextInput, type TextInputProps } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { type Ref, useEffect, useId, useRef, useState } from 'react'
import * as m from '#texts'
import { putUnder } from './Filters.tsx'
import { readTime, saysClock } from './read-dates.ts'
import './TimeField.css'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  /** `13:30`, or empty. */
  value?: string
  /** The field itself, to put the focus there. */
  ref?: Ref<HTMLInputElement>
  onChange: (time: string) => void
  /** First and last of the list, and how many minutes apart; any other time may be typed. */
  from?: string
  to?: string
  every?: 15 | 30
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const timesBetween = (every: number, from = '07:00', to = '17:00') => {
  const first = minutesOf(from)
  return Array.from({ length: Math.floor((minutesOf(to) - first) / every) + 1 }, (_, at) => timeAt(first + at * every))
}
/** The list's next or previous time; from an empty field, nine o'clock. */
const nextTime = (times: readonly string[], value: string, by: 1 | -1) => {
  if (!value) return times.find((time) => time >= '09:00') ?? times[0]
  return by > 0 ? times.find((time) => time > value) : times.findLast((time) => time < value)
}

/** The list under the field, above everything else on the page, a dialog too; the time that is chosen is in sight. */
const useList = (value: string) => {
  const list = useRef<HTMLDivElement>(null)
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
  useEffect(() => {
    if (open) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [open, value])
  return { list, field, open, setOpen }
}

type TimesProps = {
  list: React.RefObject<HTMLDivElement | null>
  id: string
  times: readonly string[]
  value: string
  onChoose: (time: string) => void
}

const Times = ({ list, id, times, value, onChoose }: TimesProps) => (
  <div
    ref={list}
    id={id}
    role="listbox"
    popover="manual"
    className="tov-time-list tov-card"
    aria-label={m.web_time_list()}
  >
    {times.map((time) => (
      <button
        key={time}
        type="button"
        tabIndex={-1}
        id={`${id}${time}`}
        role="option"
        aria-selected={time === value}
        // The field keeps the focus.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(time)}
      >
        {saysClock(time)}
      </button>
    ))}
  </div>
)

/** The typed text beside the time it means. */
const useText = (value: string) => {
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
  /** Takes what was typed; gives the time, or nothing while it is none. */
  const type = (typed: string) => {
    setText(typed)
    setWrong(false)
    sent.current = readTime(typed) ?? ''
    return sent.current
  }
  const leave = () => {
    const time = readTime(text)
    if (time) setText(saysClock(time))
    setWrong(!time && text.trim() !== '')
  }
  return { text, wrong, show, type, leave }
}

type Pressing = { open: boolean; setOpen: (open: boolean) => void; step: (by: 1 | -1) => void }
/** Arrows choose, Enter and Escape close the list and nothing else; what is held with Ctrl is the page's. */
const pressing =
  ({ open, setOpen, step }: Pressing) =>
  (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
      setOpen(true)
    } else if (open && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }

/** A clock time with 24 hours in any browser: typed as "13.30", "1330" or "13", or taken from the list with arrows or a press. */
export const TimeField = ({ value = '', onChange, from, to, every = 30, error, ref, ...rest }: Props) => {
  const id = useId()
  const { list, field, open, setOpen } = useList(value)
  const merged = useMergedRef(field, ref)
  const { text, wrong, show, type, leave } = useText(value)
  const times = timesBetween(every, from, to)
  const choose = (time: string) => {
    show(time)
    // The next thing typed is another time, not more of this one.
    requestAnimationFrame(() => field.current === document.activeElement && field.current?.select())
    onChange(time)
  }
  const press = pressing({
    open,
    setOpen,
    step: (by) => {
      const time = nextTime(times, value, by)
      if (time) choose(time)
    },
  })
  return (
    <div className="tov-time">
      <TextInput
        {...rest}
        ref={merged}
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
        onBlur={() => {
          setOpen(false)
          leave()
        }}
        onKeyDown={press}
        onChange={(event) => onChange(type(event.currentTarget.value))}
      />
      <Times
        list={list}
        id={id}
        times={times}
        value={value}
        onChoose={(time) => {
          choose(time)
          setOpen(false)
        }}
      />
    </div>
  )
}
