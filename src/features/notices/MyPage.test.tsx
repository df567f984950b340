// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { listTokens } from '../members/tokens.schema.ts'
import { showMe } from '../members/members.schema.ts'
import * as contract from './notices.schema.ts'

afterEach(closeScreen)

const mine = { choice: 'morning', email: 'b@x.dk', held: null } as const
const me = answers(showMe, {
  ...{ person: { id: 7, name: 'Birgit', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Limfjorden' } },
  ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
  may: ['showMyNotices', 'changeMyNotices'],
})
const open = (held: 'no-server' | null) =>
  openScreen('/mig', [
    me,
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(listTokens, { rows: [] }),
    answers(contract.showMyNotices, { ...mine, held }),
    answers(contract.changeMyNotices, { ...mine, choice: 'at-once' }),
  ])

test('what is chosen says what it means; another choice is sent', async () => {
  const screen = await open(null)
  expect((await screen.findByText(/Hverdage kl. .*, hvis der er noget nyt/)).textContent).toContain('væk')
  await act(() => Promise.resolve(fireEvent.click(screen.getByLabelText('Med det samme'))))
  expect(screen.sent).toMatchObject([{ name: 'changeMyNotices', body: { choice: 'at-once' } }])
})

test('where no mails are sent, that is said', async () => {
  const screen = await open('no-server')
  expect(await screen.findByText(/Der er ingen mailserver/)).toBeTruthy()
})
