// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { overwriteGetLocale } from '#texts/runtime'
import { closeScreen, press, showPart, valueOf } from '../../testing/screen.tsx'
import { TimeField } from './TimeField.tsx'

afterEach(() => {
  closeScreen()
  overwriteGetLocale(() => 'da')
})

/** The field as a form holds it; `told` is everything it said in turn. */
const show = (props: { value?: string; from?: string; to?: string; every?: 15 | 30 } = {}) => {
  const told: string[] = []
  const Held = () => {
    const [value, setValue] = useState(props.value ?? '')
    const tell = (time: string) => {
      told.push(time)
      setValue(time)
    }
    return <TimeField label="Klokken" {...props} value={value} onChange={tell} />
  }
  const { getByRole, queryByText } = showPart(<Held />)
  const field = getByRole('combobox')
  const type = (text: string) => fireEvent.change(field, { target: { value: text } })
  return { field, told, type, said: () => told.at(-1), queryByText, leave: () => fireEvent.blur(field) }
}

test('the arrows walk the list, from nine o’clock in an empty field, and stop at its ends', async () => {
  const { field, told } = show({ from: '08:00', to: '10:00' })
  field.focus()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp')
  expect(told).toEqual(['09:00', '09:30', '10:00', '09:30'])
  expect(valueOf(field)).toBe('9.30')
  expect(field.getAttribute('aria-expanded')).toBe('true')
})

test('from a time between two of the list the arrows go to the nearest on each side', async () => {
  const up = show({ value: '09:10' })
  up.field.focus()
  await press('ArrowDown')
  expect(up.said()).toBe('09:30')
  closeScreen()
  const down = show({ value: '09:10', every: 15 })
  down.field.focus()
  await press('ArrowUp')
  expect(down.said()).toBe('09:00')
})

test('Enter and Escape close the list and nothing else; Ctrl+Enter is the page’s', async () => {
  const { field } = show()
  const heard: string[] = []
  const listen = (event: KeyboardEvent) => heard.push(event.key)
  document.addEventListener('keydown', listen)
  field.focus()
  await press('ArrowDown', 'Enter')
  expect(field.getAttribute('aria-expanded')).toBe('false')
  await press('ArrowDown', 'Escape')
  expect(field.getAttribute('aria-expanded')).toBe('false')
  expect(heard).not.toContain('Enter')
  expect(heard).not.toContain('Escape')
  await press('ctrl+Enter', 'Enter')
  expect(heard.filter((key) => key === 'Enter')).toHaveLength(2)
  document.removeEventListener('keydown', listen)
})

test.each([
  ['13.30', '13:30', '13.30'],
  ['13:30', '13:30', '13.30'],
  ['13,30', '13:30', '13.30'],
  ['13 30', '13:30', '13.30'],
  ['1330', '13:30', '13.30'],
  ['930', '09:30', '9.30'],
  ['9', '09:00', '9.00'],
  ['kl. 8.15', '08:15', '8.15'],
  ['0', '00:00', '0.00'],
  ['23.59', '23:59', '23.59'],
])('typed “%s” is %s, and stands as %s when one leaves', (typed, time, stands) => {
  const { field, type, said, leave } = show()
  type(typed)
  expect(said()).toBe(time)
  leave()
  expect(valueOf(field)).toBe(stands)
  expect(field.getAttribute('aria-invalid')).not.toBe('true')
})

test('in English the same times, with a colon', () => {
  overwriteGetLocale(() => 'en')
  const { field, type, said, leave } = show({ value: '08:05' })
  expect(valueOf(field)).toBe('8:05')
  type('at 2')
  expect(said()).toBe('02:00')
  type('13.30')
  leave()
  expect([said(), valueOf(field)]).toEqual(['13:30', '13:30'])
})

test.each(['24.00', '13.75', 'ni', '9-10', '12345'])(
  '“%s” is no time: it stays to be mended, is told as none, and says so',
  (typed) => {
    const { field, type, said, leave } = show({ value: '09:00' })
    type(typed)
    expect(said()).toBe('')
    // Not while one is still typing.
    expect(field.getAttribute('aria-invalid')).not.toBe('true')
    leave()
    expect([valueOf(field), field.getAttribute('aria-invalid')]).toEqual([typed, 'true'])
    type('10')
    expect(said()).toBe('10:00')
    expect(field.getAttribute('aria-invalid')).not.toBe('true')
  },
)

test('a field that is emptied is no time and nothing wrong', () => {
  const { field, type, said, leave } = show({ value: '09:00' })
  type('')
  leave()
  expect([said(), field.getAttribute('aria-invalid') === 'true']).toEqual(['', false])
})
