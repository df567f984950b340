// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { closeScreen, press, showPart } from '../../testing/screen.tsx'
import { useOpened } from './opened.ts'

afterEach(closeScreen)

const Part = ({ onStop }: { onStop: () => void }) => (
  <div {...useOpened(onStop)}>
    <input aria-label="Hvad" />
  </div>
)
/** A button that gives way to the form it opens, as most do. */
const Page = () => {
  const [open, setOpen] = useState(false)
  return (
    <main>
      {open ? (
        <Part onStop={() => setOpen(false)} />
      ) : (
        <button onClick={() => setOpen(true)}>Skriv en aftale ned</button>
      )}
    </main>
  )
}

test('the focus goes into what opens; Escape closes it and gives the focus back, also to a button that was away', async () => {
  const { getByRole, queryByRole } = showPart(<Page />)
  const button = getByRole('button')
  button.focus()
  fireEvent.click(button)
  expect(document.activeElement).toBe(getByRole('textbox'))
  await press('Escape')
  expect(queryByRole('textbox')).toBeNull()
  await vi.waitFor(() => expect(document.activeElement).toBe(getByRole('button')))
})
