// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, closeScreen, openPart, refuses } from '../../testing/screen.tsx'
import { Writing } from './ScriptPage.tsx'
import { writeScript } from './scripts.schema.ts'

afterEach(closeScreen)
beforeEach(() =>
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  }),
)

const version = (n: number, body: string) => ({
  ...{ id: n, listId: 3, version: n, body, writtenBy: 'Birgit Dam', writtenAt: '2026-11-23T08:00:00Z' },
})

test('pressing save again overwrites nobody: only who has seen both and keeps his own does', async () => {
  const screen = openPart(<Writing newest={version(1, 'Goddag.')} listId={3} />, [
    answers(writeScript, ({ body }) => {
      if ((body as { version: number }).version !== 2) refuses(409, 'changed-meanwhile', { theirs: version(2, 'Hej.') })
      return version(3, 'Goddag.')
    }),
  ])
  const press = async (name: RegExp) => {
    const button = await screen.findByRole('button', { name })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  await press(/^Gem som ny udgave/)
  expect(await screen.findByText('Hej.')).toBeTruthy()
  await press(/^Gem som ny udgave/)
  await press(/^Gem mit i stedet/)
  expect(screen.sent.map(({ body }) => (body as { version: number }).version)).toEqual([1, 1, 2])
})
