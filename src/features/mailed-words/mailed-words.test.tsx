// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepDraft, readDraft } from '#web/data/drafts.ts'
import { isHere } from '#web/data/session.ts'
import { queries } from '#web/data/answers.ts'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { listCompanyPeople } from '../company-people/company-people.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { saveDraft, showReportForm } from '../visits/drafts.schema.ts'
import { withMails } from './MailedWords.tsx'

afterEach(closeScreen)
beforeEach(() => {
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
})

const mail = (id: number, more: object = {}) => ({
  ...{ id, words: `Mail ${id}`, cut: false, attachments: [], unread: null, from: null },
  ...{ cameAt: '2026-11-23T13:05:00.000Z', ...more },
})

test('a mail joins what is written, below it and under a line that says of which day; once, and whole or not at all', () => {
  expect(withMails({ about: ' ', mails: [] }, [mail(1)])).toEqual({ about: 'Mail 1', mails: [1] })
  const both = withMails({ about: 'Skrevet\n', mails: [] }, [mail(1), mail(2, { from: 'Ali Demir' })])
  expect(both).toEqual({
    about:
      'Skrevet\n\nKom i en mail mandag 23. november kl. 14.05:\nMail 1\n\nKom i en mail fra Ali Demir mandag 23. november kl. 14.05:\nMail 2',
    mails: [1, 2],
  })
  expect(withMails(both, [mail(1), mail(2)])).toBe(both)
  const full = { about: 'x'.repeat(7990), mails: [] }
  expect(withMails(full, [mail(1), mail(2, { words: '', unread: 'too-large' })])).toEqual({ ...full, mails: [2] })
})

test('a mail that comes while somebody types takes nothing of it, is told, and is saved with what stands', async () => {
  let mailed = [mail(7, { attachments: ['plan.pdf'] })]
  isHere(9)
  keepDraft('visit-booking-12', { about: 'Skrevet her' })
  const screen = await openScreen('/besoeg/12/rapport', [
    answers(showMe, {
      ...{ person: { id: 9, name: 'Anne', email: 'a@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'consultant', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
      may: ['reportVisit', 'showReportForm'],
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: false } }),
    answers(listCompanyPeople, { rows: [], apart: null, centre: 'Østkysten' }),
    answers(showReportForm, () => ({
      ...{
        companyId: 5,
        company: 'Bageri Lund',
        town: 'Randers',
        bookingId: 12,
        startsAt: '2026-11-23T08:00:00+01:00',
      },
      ...{ contactName: 'Karen', met: [], callNote: '', visitId: null, draft: null, regularContact: null },
      ...{ mailed, mailTo: 'veu+besoeg-1-abcdefghjk@oest.example', people: [], can: { report: true } },
    })),
    answers(saveDraft, { savedAt: '2026-11-23T10:00:00+01:00' }),
  ])
  const field = await screen.findByRole('textbox', { name: 'Hvad handlede det om?' })
  const text = () => (field as HTMLTextAreaElement).value
  expect(text()).toMatch(/^Skrevet her\n\nKom i en mail .*:\nMail 7$/)
  expect(screen.getByText('Vedhæftet, men ikke taget med: plan.pdf')).toBeTruthy()
  expect(screen.getByText('veu+besoeg-1-abcdefghjk@oest.example')).toBeTruthy()
  await act(() => Promise.resolve(fireEvent.change(field, { target: { value: 'Kun det her' } })))
  mailed = [...mailed, mail(8)]
  const box = field as HTMLTextAreaElement
  box.focus()
  box.setSelectionRange(3, 5)
  await act(() => queries.invalidateQueries())
  await expect.poll(text).toMatch(/^Kun det her\n\nKom i en mail .*:\nMail 8$/)
  // He types on where he stood.
  expect([box.selectionStart, box.selectionEnd]).toEqual([3, 5])
  expect(readDraft<{ mails: number[] }>('visit-booking-12')?.values.mails).toEqual([7, 8])
  await expect.poll(() => screen.sent.at(-1)?.body, { timeout: 5000 }).toMatchObject({ mails: [7, 8], about: text() })
})
