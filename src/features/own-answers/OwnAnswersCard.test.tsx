// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { touchAll } from '#web/data/answers.ts'
import { answers, closeScreen, openPart, refuses, valueOf } from '../../testing/screen.tsx'
import { OwnAnswersCard } from './OwnAnswersCard.tsx'
import { changeOwnAnswers, listOwnAnswers } from './own-answers.schema.ts'

afterEach(closeScreen)
beforeEach(() =>
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  }),
)

const row = (id: number, name: string, reasons: string[] = []) => ({
  ...{
    id,
    answer: 'later' as const,
    name,
    months: null,
    shorterWhy: null,
    reasons: reasons.map((one, at) => ({ id: id * 10 + at, name: one })),
    version: 1,
  },
  ...{ saidBy: 'Birgit Dam', saidAt: '2026-11-23T08:00:00Z', endedAt: null },
})

test('what is typed stays when somebody else saves; both stand side by side, and one’s own is kept on top of theirs', async () => {
  let stands: ReturnType<typeof row>[] = [row(1, 'Efter høst')]
  const screen = openPart(<OwnAnswersCard />, [
    answers(listOwnAnswers, () => ({ rows: stands, former: [] })),
    answers(changeOwnAnswers, ({ body }) => {
      const { seen } = body as { seen: number[] }
      if (seen.join() !== stands.map(({ id }) => id).join()) refuses(409, 'changed-meanwhile', { theirs: stands })
      stands = [row(3, 'Efter ferien')]
      return { rows: stands, former: [] }
    }),
  ])
  const field = () => screen.findByLabelText('Ord for eget svar 1')
  const press = async (name: string) => {
    const button = await screen.findByRole('button', { name })
    await act(() => Promise.resolve(fireEvent.click(button)))
  }
  fireEvent.change(await field(), { target: { value: 'Efter ferien' } })
  stands = [row(2, 'Når høsten er i hus')]
  await act(() => Promise.resolve(touchAll()))
  expect(valueOf(await field())).toBe('Efter ferien')
  await press('Gem svarene')
  expect(await screen.findByText(/Når høsten er i hus/)).toBeTruthy()
  // To save again is no answer to which of them stands.
  await press('Gem svarene')
  await press('Gem mit i stedet')
  expect(screen.sent.map(({ body }) => body)).toMatchObject([
    { seen: [1], answers: [{ id: 1, name: 'Efter ferien' }] },
    { seen: [1] },
    { seen: [2], answers: [{ id: null, name: 'Efter ferien' }] },
  ])
})

test('of two who change only the reasons each sees what the other’s are', async () => {
  let stands = [row(1, 'Efter høst', ['Travlt'])]
  const screen = openPart(<OwnAnswersCard />, [
    answers(listOwnAnswers, () => ({ rows: stands, former: [row(4, 'Efter jul', ['Lukket i ferien'])] })),
    answers(changeOwnAnswers, () => refuses(409, 'changed-meanwhile', { theirs: stands })),
  ])
  const field = await screen.findByLabelText('Grunde under “Efter høst”, én på hver linje')
  fireEvent.change(field, { target: { value: 'Travlt\nNy chef' } })
  stands = [row(2, 'Efter høst', ['Travlt', 'Ombygning'])]
  const save = await screen.findByRole('button', { name: 'Gem svarene' })
  await act(() => Promise.resolve(fireEvent.click(save)))
  expect(await screen.findByText(/Grunde: Travlt, Ombygning/)).toBeTruthy()
  expect(await screen.findByText(/Grunde: Travlt, Ny chef/)).toBeTruthy()
  expect(await screen.findByText(/Grunde: Lukket i ferien/)).toBeTruthy()
})
