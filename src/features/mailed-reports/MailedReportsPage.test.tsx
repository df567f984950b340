// @vitest-environment happy-dom
import { act, fireEvent } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AnswerOf } from '#platform/endpoint'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { listWaiting } from '../home/home.schema.ts'
import { showMailbox } from '../incoming-mails/incoming-mails.schema.ts'
import { showMe } from '../members/members.schema.ts'
import * as contract from './mailed-reports.schema.ts'

afterEach(closeScreen)

const mail: AnswerOf<typeof contract.showMailedReport> = {
  ...{ id: 4, meeting: { id: 12, company: 'Bageri Lund', startsAt: '2026-11-23T08:00:00.000Z' } },
  ...{ person: null, fromName: 'Anne', fromAddress: 'anne@privat.example', vouched: 'unsaid', parked: 'stranger' },
  ...{ subject: '', cameAt: '2026-11-23T14:00:00.000Z', settledAt: null, laidAside: false, givenTo: null },
  ...{ words: 'De mangler FVU.', cut: false, attachments: [], unread: null, asideOn: '2026-12-23' },
  goers: [{ id: 9, name: 'Anne Bruun' }],
  can: { give: true, refuse: true, reopen: false, takeBack: false },
}
const open = (shown: Partial<typeof mail> = {}) =>
  openScreen('/mails-om-besoeg', [
    answers(showMe, {
      ...{ person: { id: 7, name: 'Birgit', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'coordinator', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
      may: [
        'listMailedReports',
        'showMailedReport',
        'giveMailedReport',
        'refuseMailedReport',
        'refuseReportStrangers',
        'showMailbox',
      ],
    }),
    answers(listWaiting, { rows: [], done: [], can: { others: true } }),
    answers(showMailbox, { address: 'veu@oest.example', notices: [] }),
    answers(contract.listMailedReports, {
      ...{
        rows: [{ ...mail, ...shown }],
        more: false,
        receives: true,
        strangers: { count: 3, upTo: '2026-11-23T08:00:00Z' },
      },
    }),
    answers(contract.refuseReportStrangers, { ids: [2, 3, 4] }),
    answers(contract.showMailedReport, { ...mail, ...shown }),
    answers(contract.giveMailedReport, {}),
  ])

test('it is said why a mail is in nobody’s draft, when it ends, and it is given to one who went by one press', async () => {
  const screen = await open()
  expect(await screen.findByText(/Ingen her logger ind med den adresse/)).toBeTruthy()
  expect(screen.getByText(/lagt væk af sig selv den 23. december/)).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Uden emne' })).toBeTruthy()
  const press = (name: string) => act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name }))))
  await press('Giv den til Anne Bruun')
  await press('Læg alle 3 fra ukendte afsendere væk')
  expect(screen.sent).toMatchObject([
    { name: 'giveMailedReport', body: { personId: 9 } },
    { name: 'refuseReportStrangers', body: { upTo: '2026-11-23T08:00:00Z' } },
  ])
  expect(await screen.findByText('3 mails er lagt væk')).toBeTruthy()
})

test('where the report was sent it can be given to nobody, and what to do is said', async () => {
  const person = { id: 9, name: 'Anne Bruun' }
  const screen = await open({ person, parked: 'reported', can: { ...mail.can, give: false } })
  expect(await screen.findByText(/men rapporten var sendt, da mailen kom/)).toBeTruthy()
  expect(screen.getByText(/ret rapporten selv/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Giv den til Anne Bruun' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Læg den væk' })).toBeTruthy()
})
