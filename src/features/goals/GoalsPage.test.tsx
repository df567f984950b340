// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { changeGoal, listGoals } from './goals.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { listMembers, showMe } from '../members/members.schema.ts'
import { answers, closeScreen, openScreen, refuses } from '../../testing/screen.tsx'

afterEach(closeScreen)

const goal = {
  ...{ id: 3, school: null, words: 'Fire hold', year: 2027 },
  ...{ owner: { id: 9, name: 'Birgit Dam', left: false }, can: { change: true } },
} satisfies AnswerOf<typeof changeGoal>
/** A colleague has changed the words too, and the year. */
const stands = { words: 'Fem hold', year: 2028, ownerId: 9 }
const me: AnswerOf<typeof showMe> = {
  person: { id: 9, name: 'Birgit Dam', email: 'b@x.dk', language: 'da' },
  centre: { id: 1, name: 'Østkysten' },
  ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
  may: ['listGoals', 'changeGoal'],
}

const open = async () => {
  const seen: unknown[] = []
  const screen = await openScreen('/maal?nr=3', [
    answers(showMe, me),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(listMembers, { rows: [] }),
    answers(listGoals, { rows: [goal], can: { set: true } }),
    answers(changeGoal, ({ body }) => {
      const { seen: had } = body as { seen: { words: string } }
      seen.push(had)
      return had.words === 'Fem hold'
        ? { ...goal, words: 'Seks hold' }
        : refuses(409, 'changed-meanwhile', { theirs: stands })
    }),
  ])
  fireEvent.change(await screen.findByLabelText('Målet i én linje'), { target: { value: 'Seks hold' } })
  screen.getByRole('button', { name: 'Gem målet' }).click()
  await screen.findByRole('heading', { name: 'En anden har gemt imens' })
  return { ...screen, seen, words: () => (screen.getByLabelText('Målet i én linje') as HTMLInputElement).value }
}

test('both are shown and nothing is sent before somebody chooses; mine goes over what I have seen now', async () => {
  const { getByText, getByRole, seen, sent, words } = await open()
  expect([getByText('Fem hold, 2028'), getByText('Seks hold, 2027'), words()]).toHaveLength(3)
  expect(seen).toEqual([{ words: 'Fire hold', year: 2027, ownerId: 9 }])
  getByRole('button', { name: 'Gem mit i stedet' }).click()
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(seen.at(-1)).toEqual(stands)
  expect(sent.at(-1)?.body).toMatchObject({ words: 'Seks hold', year: 2028 })
})

test('theirs is taken into the fields, and what is sent then was made of it', async () => {
  const { getByRole, seen, words, queryByText, sent } = await open()
  getByRole('button', { name: 'Behold den gemte' }).click()
  await waitFor(() => expect(words()).toBe('Fem hold'))
  expect([queryByText('En anden har gemt imens'), sent.length]).toEqual([null, 1])
  getByRole('button', { name: 'Gem målet' }).click()
  await waitFor(() => expect(seen.at(-1)).toEqual(stands))
})
