// @vitest-environment happy-dom
import { act, fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, closeScreen, openPart, openScreen, press } from '../../testing/screen.tsx'
import { showRegisterChoices } from '../companies/companies.schema.ts'
import { listCompanyPeople } from '../company-people/company-people.schema.ts'
import { listWaiting } from '../home/home.schema.ts'
import { showMe } from '../members/members.schema.ts'
import { listPromises } from '../promises/promises.schema.ts'
import { listReportReaders } from '../restricted-parts/restricted-parts.schema.ts'
import { keepRestrictedPart, showVisit } from '../visits/visits.schema.ts'
import { showReportForm } from '../visits/drafts.schema.ts'
import { topicName } from '../visits/topics.table.ts'
import { blank } from '../visits/ReportDraft.tsx'
import * as contract from './reports.schema.ts'
import { RestrictedParts } from './RestrictedParts.tsx'
import * as searches from './searches.schema.ts'

const wide = (width: number) => Object.assign(window, { innerWidth: width })
afterEach(closeScreen)
beforeEach(() => {
  wide(1440)
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
})

const row = {
  ...{ id: 9, companyId: 7, company: 'Limfjordens Mejeri A/S', town: 'Skive', employees: 46 },
  ...{
    municipality: 'Skive',
    industry: 'Fødevarer',
    protected: false,
    visitedAt: '2026-11-20T08:00:00.000Z',
    about: '',
  },
  quotes: [{ words: 'Vi tør ikke sætte de nye ved skærmen', education: 'fvu-digital', open: true }],
  ...{ topics: ['fvu-digital'], people: ['Karen Mølgaard', 'Ali Demir'], promises: [], readers: ['Ali', 'Karen'] },
}
const visit = {
  ...{ id: 9, bookingId: 4, companyId: 7, cvr: '10000010', company: row.company, about: 'Ny ostelinje.' },
  ...{ visitedAt: row.visitedAt, reportedAt: '2026-11-20T10:00:00.000Z', version: 2, callNote: '' },
  ...{
    by: { id: 2, name: 'Karen', school: null },
    tookPart: [],
    needs: [],
    topics: ['obstacle-time'],
    can: { change: true },
    asked: null,
  },
  restricted: [
    {
      ...{ words: 'De flytter måske', by: { id: 2, name: 'Karen' }, readers: [{ id: 3, name: 'Ali' }] },
      ...{ writtenAt: '2026-11-20T10:00:00.000Z', version: 1, mine: true },
    },
  ],
}
const wording = { changedAt: '2026-11-21T10:00:00.000Z', by: 'Karen', about: 'Gammel linje.', needs: [], topics: [] }
const beside = [
  answers(listWaiting, { rows: [], done: [], can: { others: false } }),
  answers(showRegisterChoices, {
    ...{ municipalities: [{ code: '779', name: 'Skive', region: null }], forms: [] },
    industries: [{ code: '10', name: 'Fødevarer' }],
  }),
  answers(showVisit, visit),
  answers(contract.listWordings, { rows: [wording] }),
  answers(listPromises, { rows: [], next: null, whose: 'all', can: { all: true } }),
  answers(listReportReaders, { rows: [{ id: 3, name: 'Ali', school: null }] }),
  answers(listCompanyPeople, { rows: [], apart: null, centre: 'C' }),
]
const open = (at: string, instead: readonly ReturnType<typeof answers>[] = []) =>
  openScreen(at, [
    ...beside,
    answers(showMe, {
      ...{ person: { id: 2, name: 'Karen', email: 'k@x.dk', language: 'da' }, centre: { id: 1, name: 'Limfjorden' } },
      ...{ role: 'consultant', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
      may: ['listReports', 'listBegunReports', 'showVisit', 'reportVisit', 'showReportForm'],
    }),
    answers(contract.listReports, ({ query }) =>
      query.has('municipality')
        ? { rows: [], next: null }
        : { rows: [row, { ...row, id: 10, company: 'Højslev Brød', readers: null }], next: null },
    ),
    answers(contract.countReports, ({ query }) => ({
      ...{ count: query.has('municipality') ? 0 : 2, more: false, all: { count: 212, more: false } },
      without: query.has('municipality') ? [{ filter: 'municipality' as const, count: 61 }] : [],
    })),
    answers(contract.listBegunReports, {
      rows: [{ companyId: 8, bookingId: 5, company: 'Sundby Kager', savedAt: '2026-11-22T10:00:00.000Z' }],
    }),
    answers(searches.listReportSearches, { rows: [{ id: 4, name: 'Ost', filter: { text: 'ost' }, fresh: 3 }] }),
    answers(searches.keepReportSearch, { id: 5, name: 'Mad', filter: { industry: '10' }, fresh: 0 }),
    ...instead,
  ])

test('their own words come first, beside them the report; j and k go through the list, what I have begun stands over it', async () => {
  const { findByText, findAllByText, getByText, getByRole } = await open('/besoegsrapporter?industry=10')
  await findByText('2 af 212: i branchen Fødevarer.')
  expect(await findAllByText('“Vi tør ikke sætte de nye ved skærmen”')).toHaveLength(2)
  await findByText('Ny ostelinje.')
  await findByText('Rettet 21. november af Karen')
  expect(document.querySelector('.tov-page-aside')?.textContent).toContain(topicName('obstacle-time', 'da'))
  expect(getByText('3 nye siden sidst')).toBeTruthy()
  expect(getByRole('link', { name: 'Fortsæt' }).getAttribute('href')).toBe('/besoeg/5/rapport')
  await press('j')
  expect(document.activeElement?.textContent).toBe('Limfjordens Mejeri A/S')
  await press('j')
  expect(document.activeElement?.textContent).toBe('Højslev Brød')
  await press('k', '/')
  expect(document.activeElement?.getAttribute('type')).toBe('search')
})

test('where nothing fits, a press takes off what stands in the way; s keeps the search under a name', async () => {
  const { findByText, findByLabelText, findByRole, address, sent } = await open(
    '/besoegsrapporter?industry=10&municipality=779',
  )
  fireEvent.click(await findByText('Tag Skive af, så er der 61'))
  await waitFor(() => expect(address()).toBe('/besoegsrapporter?industry=10'))
  await findByText('Højslev Brød')
  await act(() => Promise.resolve(document.body.focus()))
  await press('s')
  fireEvent.change(await findByLabelText(/Navn på søgningen/), { target: { value: 'Mad' } })
  for (const button of document.querySelectorAll<HTMLButtonElement>('form [type=submit]')) fireEvent.click(button)
  await waitFor(() =>
    expect(sent).toMatchObject([{ name: 'keepReportSearch', body: { name: 'Mad', filter: { industry: '10' } } }]),
  )
  fireEvent.click(await findByRole('button', { name: 'Tag “Fødevarer” af' }))
  await waitFor(() => expect(address()).toBe('/besoegsrapporter'))
})

test('health beside a name is asked about before it is saved, and passed on when it is meant', async () => {
  const { getByText, findByRole, findByText, sent } = openPart(<RestrictedParts visit={visit} />, [
    ...beside,
    answers(keepRestrictedPart, visit),
  ])
  fireEvent.click(getByText('Ret'))
  fireEvent.change(await findByRole('textbox', { name: 'Følsom del' }), { target: { value: 'Dorte er sygemeldt' } })
  fireEvent.click(getByText('Gem den følsomme del'))
  const fine = await findByText('Det er i orden')
  expect([sent, fine.closest('button')]).toEqual([[], document.activeElement])
  fireEvent.click(fine)
  fireEvent.click(getByText('Gem den følsomme del'))
  await waitFor(() =>
    expect(sent).toMatchObject([
      { name: 'keepRestrictedPart', body: { words: 'Dorte er sygemeldt', readers: [3], version: 1 } },
    ]),
  )
})

test('one is said as one; where there is no room none is read beside the list', async () => {
  wide(800)
  const { findByText, queryByText, container } = await open('/besoegsrapporter', [
    answers(contract.listReports, { rows: [{ ...row, employees: 1 }], next: null }),
    answers(contract.countReports, { count: 1, more: false, all: { count: 1, more: false }, without: [] }),
    answers(searches.listReportSearches, {
      rows: [
        { id: 4, name: 'Ost', filter: { text: 'ost' }, fresh: 1 },
        { id: 5, name: 'Alt', filter: {}, fresh: searches.mostFresh },
      ],
    }),
  ])
  for (const said of ['1 rapport.', '1 ny siden sidst', 'over 99 nye siden sidst', 'Skive · 1 ansat'])
    await findByText(said)
  expect([queryByText('Ny ostelinje.'), container.querySelector('[data-selected]')]).toEqual([null, null])
})

test('until it is counted nothing is said of how many, nor that there are none', async () => {
  const never = new Promise<never>(() => undefined)
  const none = { rows: [], next: null }
  const { findByText, queryByText } = await open('/besoegsrapporter?industry=10&municipality=779', [
    answers(contract.listReports, ({ query }) => (query.has('municipality') ? none : never)),
    answers(contract.countReports, ({ query }) =>
      query.has('municipality')
        ? {
            count: 0,
            more: false,
            all: { count: 212, more: false },
            without: [{ filter: 'municipality' as const, count: 61 }],
          }
        : never,
    ),
  ])
  fireEvent.click(await findByText('Tag Skive af, så er der 61'))
  await findByText('I branchen Fødevarer')
  expect([queryByText('Ingen rapporter passer'), queryByText(/212/)]).toEqual([null, null])
})

test('a name that is taken says what will become of the search that had it', async () => {
  const { findByText, findByLabelText, queryByText } = await open('/besoegsrapporter?industry=10')
  await findByText('2 af 212: i branchen Fødevarer.')
  await press('s')
  const name = await findByLabelText(/Navn på søgningen/)
  expect(queryByText(/Den bliver erstattet/)).toBeNull()
  fireEvent.change(name, { target: { value: 'Ost ' } })
  await findByText(/Den bliver erstattet/)
})

test('the sensitive part of a new report is asked about with the names of who took part', async () => {
  const tookPart = [{ personId: null, name: 'Gunvør Holm', add: false }]
  const draft = {
    ...blank(),
    tookPart,
    about: 'Ny linje',
    restricted: { words: 'Gunvør har fået en diagnose', readers: [] },
  }
  const { findByText } = await open('/besoeg/5/rapport', [
    answers(showReportForm, {
      ...{
        companyId: 7,
        company: row.company,
        town: 'Skive',
        bookingId: 5,
        startsAt: row.visitedAt,
        contactName: null,
      },
      ...{ met: [], callNote: '', visitId: null, mailed: [], mailTo: null, regularContact: null, people: [] },
      ...{ draft: { body: draft, savedAt: row.visitedAt }, can: { report: true } },
    }),
  ])
  await findByText(/“diagnose” står tæt på “Gunvør”/)
})
