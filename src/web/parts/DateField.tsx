import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import * as m from '#texts'
import { first, saysDay } from './dates.ts'
import { readDay } from './read-dates.ts'
import './DateField.css'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min'> & {
  /** `2026-11-26`, or empty. */
  value?: string
  onChange: (day: string) => void
  min?: string
}

const isTouch = () => matchMedia('(pointer: coarse)').matches
const inWords = (day: string) => (readDay(day) ? first(saysDay(day)) : day)

/** The phone's own wheel, with the day in words under it: what the field itself shows follows the phone's language. */
const Touched = ({ value = '', onChange, ...rest }: Props) => (
  <TextInput
    description={value ? inWords(value) : undefined}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    {...rest}
    type="date"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

type CalendarProps = {
  of: React.RefObject<HTMLInputElement | null>
  value: string
  min: string | undefined
  onChange: (day: string) => void
}

const Calendar = ({ of: field, value, min, onChange }: CalendarProps) => (
  <>
    <ActionIcon size={32} tabIndex={-1} aria-label={m.web_date_calendar()} onClick={() => field.current?.showPicker()}>
      <IconCalendar size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
    <input
      ref={field}
      className="tov-date-calendar"
      type="date"
      tabIndex={-1}
      aria-hidden
      min={min}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </>
)

/** Typed as people write days, shown in words; the browser's calendar stands behind the button. */
const Typed = ({ value = '', onChange, min, error, ...rest }: Props) => {
  const [text, setText] = useState(() => inWords(value))
  const [wrong, setWrong] = useState(false)
  const sent = useRef(value)
  const calendar = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(inWords(value))
    setWrong(false)
  }, [value])
  const tell = (day: string) => {
    setWrong(false)
    if (day === sent.current) return
    sent.current = day
    onChange(day)
  }
  const leave = () => {
    const day = readDay(text, min)
    if (day) setText(inWords(day))
    setWrong(!day && text.trim() !== '')
  }
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      className={['tov-date', rest.className].filter(Boolean).join(' ')}
      error={wrong ? m.web_date_unread() : error}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(readDay(event.currentTarget.value, min) ?? '')
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.altKey && event.key === 'ArrowDown') calendar.current?.showPicker()
      }}
      rightSectionWidth={40}
      rightSection={
        <Calendar
          of={calendar}
          value={value}
          min={min}
          onChange={(day) => {
            setText(inWords(day))
            tell(day)
          }}
        />
      }
    />
  )
}

/** A day: Danish in any browser. Takes "26/11", "torsdag", "i morgen", "+7"; gives `2026-11-26`, or nothing until it is one. */
export const DateField = (props: Props) => {
  const [touch] = useState(isTouch)
  return touch ? <Touched {...props} /> : <Typed {...props} />
}
