// @vitest-environment happy-dom
/** A list that the server did not give is told as that, never as "there is nothing". */
import { afterEach, expect, test } from 'vitest'
import { listEnquiries, listSchoolReach } from './features/enquiries/enquiries.schema.ts'
import { listGuidance } from './features/guidance/guidance.schema.ts'
import { listWaiting } from './features/home/home.schema.ts'
import { showMe } from './features/members/members.schema.ts'
import { listPromises } from './features/promises/promises.schema.ts'
import { countLapsedStrikes } from './features/hearings/strikes.schema.ts'
import { listStruckCompanies } from './features/struck-companies/struck-companies.schema.ts'
import { answers, closeScreen, openScreen, refuses } from './testing/screen.tsx'

afterEach(closeScreen)
const no = () => refuses(403, 'not-allowed')
const server = [
  answers(showMe, {
    ...{ person: { id: 9, name: 'Birgit Dam', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
    ...{ role: 'leader', school: null, schoolWaits: false, home: '/', demo: false, mails: true },
    // A right that was taken while the page stood open.
    may: ['listWaiting', 'listPromises', 'listEnquiries', 'listStruckCompanies'],
  }),
  answers(listWaiting, { rows: [], done: [], can: { others: false } }),
  answers(listSchoolReach, no),
  answers(listGuidance, no),
  answers(countLapsedStrikes, { own: null, all: null }),
]

test.each([
  ['/aftaler', answers(listPromises, no), 'Ingen åbne aftaler'],
  ['/henvendelser', answers(listEnquiries, no), 'Ingen venter på svar'],
  ['/sorteret-fra', answers(listStruckCompanies, no), 'I har ikke sorteret nogen fra'],
])('%s says that it was not given', async (address, refused, none) => {
  const screen = await openScreen(address, [...server, refused])
  await screen.findByText('Listen kunne ikke hentes')
  expect(screen.queryByText(none)).toBeNull()
})
