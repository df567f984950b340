// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, closeScreen, openScreen } from '../../testing/screen.tsx'
import { showMe } from '../members/members.schema.ts'
import { showMyPartner, showPartnerPage } from './partner-page.schema.ts'

afterEach(closeScreen)
beforeEach(() => {
  // A field that grows with its text asks when the letters have come; this DOM has none.
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  })
})

const page = {
  ...{ centre: 'Østkysten', partner: { name: '3F i Skive', kind: 'union' as const, place: 'Skive' } },
  ...{ tips: [], older: 0, presence: { days: [], told: null }, jointVisits: [] },
  mailTo: 'veu+tips-1-abcdefghjk@oest.example',
  mailToNewOn: null as string | null,
}
const open = (path: string) =>
  openScreen(path, [
    answers(showMe, {
      ...{ person: { id: 7, name: 'Uffe Bro', email: 'u@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
      ...{ role: 'partner', school: null, schoolWaits: false, home: '/aktoer', demo: false, mails: true },
      may: ['showMyPartner', 'giveTip', 'findTipped'],
    }),
    answers(showMyPartner, page),
    answers(showPartnerPage, page),
  ])

test('the next page that is loaded here asks nothing that its reader may not; an address that is new says so', async () => {
  page.mailToNewOn = '2026-11-20'
  const screen = await open('/aktoer')
  expect((await screen.findAllByText(/Adressen er ny siden 20. november/)).length).toBeGreaterThan(0)
  expect(document.cookie).toMatch(/begins-with=me(?!\.)/)
})

test.each([
  ['signed in, it says that what becomes a tip stands here', '/aktoer', true],
  ['by a link, where it never does, it says so nowhere', '/aktoer/abcdefghijklmnopqrstuvwxyz', false],
])('a tip may be written in a mail: %s', async (_, path, stands) => {
  const screen = await open(path)
  const [said] = await screen.findAllByText(/I kan også skrive en mail/)
  expect(/står den her/.test(said?.textContent ?? '')).toBe(stands)
})
