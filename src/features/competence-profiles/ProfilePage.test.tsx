// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { touchAll, useAnswer } from '#web/data/answers.ts'
import { NoticeBar } from '#web/parts/UndoBar.tsx'
import { answers, closeScreen, openPart, refuses, valueOf } from '../../testing/screen.tsx'
import { clearMyProfile, sayOwnStep, showMyProfile } from './competence-profiles.schema.ts'
import { profileFieldCodes } from './fields.table.ts'
import { OwnCard } from './OwnCard.tsx'

afterEach(closeScreen)
beforeEach(() =>
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  }),
)

type Row = { step: 'new' | 'little' | 'managing' | 'sure' | 'showing' | null; words: string; version: string | null }
const versionOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
/** One field as the server has it; the others are unmarked. */
const open = () => {
  const server: { rules: Row; count: number } = { rules: { step: null, words: '', version: null }, count: 0 }
  const put = (row: Omit<Row, 'version'>) => {
    server.count += 1
    server.rules = { step: row.step, words: row.words, version: versionOf(server.count) }
    return { version: versionOf(server.count) }
  }
  const fields = () =>
    profileFieldCodes.map((field) => {
      const row: Row = field === 'rules' ? server.rules : { step: null, words: '', version: null }
      return { field, ...row, saidAt: row.version && '2026-11-23T09:00:00.000Z' }
    })
  const Shown = () => {
    const { data } = useAnswer(showMyProfile)
    return (
      <>
        {data && <OwnCard fields={data.fields} />}
        <NoticeBar />
      </>
    )
  }
  const screen = openPart(<Shown />, [
    answers(showMyProfile, () => ({ fields: fields(), proposal: null })),
    answers(sayOwnStep, ({ body }) => {
      const said = body as Row
      if (said.version !== server.rules.version)
        refuses(409, 'changed-meanwhile', { theirs: fields().find(({ field }) => field === 'rules') })
      return put(said)
    }),
    answers(clearMyProfile, () => {
      server.rules = { step: null, words: '', version: null }
      return {}
    }),
  ])
  const group = () => screen.findByRole('group', { name: 'Regler og økonomi' })
  const step = async (name: string) => {
    const button = [...(await group()).querySelectorAll('button')].find(({ textContent }) => textContent === name)
    if (!button) throw new Error(`no ${name}`)
    return button
  }
  const pressStep = async (name: string) => {
    const button = await step(name)
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  const pressNamed = async (name: RegExp) => {
    const button = await screen.findByRole('button', { name })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  const isMarked = async (name: string) => (await step(name)).getAttribute('aria-pressed')
  return { server, put, screen, pressStep, pressNamed, isMarked }
}
const settled = (look: () => unknown, at: unknown) =>
  vi.waitFor(async () => expect(await look()).toBe(at), { timeout: 5000 })

test('nothing need be answered; a press is saved at once and taken back by one, pressed again it is unmarked', async () => {
  const { server, put, screen, pressStep, pressNamed, isMarked } = open()
  expect(await screen.findByText('Du behøver ikke svare på alle.')).toBeTruthy()
  await pressStep('Lidt')
  await settled(() => server.rules.step, 'little')
  expect(await isMarked('Lidt')).toBe('true')
  await pressNamed(/^Fortryd/)
  await settled(() => server.rules.step, null)
  await pressStep('Sikker')
  await pressStep('Viser andre')
  await settled(() => server.rules.step, 'showing')
  await pressStep('Viser andre')
  await settled(() => server.rules.step, null)
  // Only a press is taken back: what another window has said since is shown first.
  await pressStep('Lidt')
  await settled(() => server.rules.step, 'little')
  put({ step: 'sure', words: '' })
  await act(() => Promise.resolve(touchAll()))
  await settled(() => isMarked('Sikker'), 'true')
  await pressNamed(/^Fortryd/)
  await pressNamed(/^Behold den gemte/)
  await settled(() => isMarked('Sikker'), 'true')
  expect(server.rules.step).toBe('sure')
})

test('what another window says comes in by itself; said in both, both stand side by side and nothing is lost', async () => {
  const { server, put, screen, pressStep, pressNamed, isMarked } = open()
  await pressStep('Lidt')
  await settled(() => server.rules.step, 'little')
  put({ step: 'managing', words: 'Nu går det.' })
  await act(() => Promise.resolve(touchAll()))
  await settled(() => isMarked('Klarer mig'), 'true')
  const field = await screen.findByLabelText('Dine egne ord om: Regler og økonomi')
  expect(valueOf(field)).toBe('Nu går det.')
  put({ step: 'sure', words: 'Sagt på telefonen.' })
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value: 'Sagt her.' } })
  await act(() => Promise.resolve(fireEvent.blur(field)))
  expect(await screen.findByText(/Sagt på telefonen/)).toBeTruthy()
  expect(valueOf(field)).toBe('Sagt her.')
  await pressNamed(/^Gem mit i stedet/)
  await settled(() => server.rules.words, 'Sagt her.')
})

test('all of it goes by one press, and comes back by the next', async () => {
  const { server, pressStep, pressNamed } = open()
  await pressStep('Lidt')
  await pressNamed(/^Slet alle svar/)
  await settled(() => server.rules.version, null)
  await pressNamed(/^Fortryd/)
  await settled(() => server.rules.step, 'little')
})
