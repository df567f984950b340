// @vitest-environment happy-dom
/** Every page and every role: whoever may not use a page is told whom it is for and where home is, and is shown nothing that would be refused. */
import { createMemoryHistory } from '@tanstack/react-router'
import { within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { type Role, roles } from './features/centre/roles.ts'
import { listWaiting } from './features/home/home.schema.ts'
import { showMe } from './features/members/members.schema.ts'
import { answers, closeScreen, openScreen } from './testing/screen.tsx'
import { isOpenPage } from './web/frame/addresses.table.ts'
import { navigation } from './web/frame/navigation.table.ts'
import { needOf, pageNeeds } from './web/frame/page-needs.table.ts'
import { makeRouter } from './web/frame/routes.tsx'
import { whoMayWhat } from './who-may-what.table.ts'

afterEach(closeScreen)

const mayUse = (role: Role) =>
  whoMayWhat.flatMap(({ who, verbs }) => (who === 'anyone' || who.includes(role) ? verbs : []))
/** `/$` is any address where nothing is. */
const pages = Object.keys(makeRouter(createMemoryHistory()).routesByPath).filter(
  (path) => !isOpenPage(path) && path !== '/$',
)
/** As it stands in the address bar, with what changes what it needs. */
const addressesOf = (path: string) => {
  const address = path.replace('$id', '7')
  if (path === '/udbakke') return [address, `${address}?mail=7`]
  return path.endsWith('/rapport') ? [address, `${address}?for=rapport`] : [address]
}
const needAt = (path: string, address: string) => {
  const query = new URL(address, 'http://localhost').searchParams
  return needOf(path, { for: query.get('for') ?? undefined, mail: query.has('mail') ? 7 : undefined })
}
const all = pages.flatMap((path) =>
  addressesOf(path).map((address) => ({ path, address, need: needAt(path, address) })),
)

test('each page says what it needs, or is everyone’s', () => {
  const everyones = all.filter(({ need }) => need === null).map(({ address }) => address)
  expect(everyones.toSorted()).toEqual(['/', '/mig', '/mig/adgang', '/ringetid', '/udbakke?mail=7'])
  expect(Object.keys(pageNeeds).filter((path) => !pages.includes(path))).toEqual([])
})

test('the roles that a page names are those that may use what it needs, and whoever finds it in the way around may', () => {
  for (const { need, path } of all) {
    if (!need) continue
    const may = roles.filter((role) => mayUse(role).includes(need.needs))
    expect({ path, may: roles.filter((role) => need.may.includes(role)) }).toEqual({ path, may })
    const place = navigation.find(({ to }) => to === path)
    for (const role of place && !path.includes('rapport') ? roles : [])
      expect(mayUse(role).includes(place?.needs ?? '') && !may.includes(role)).toBe(false)
  }
})

const meAs = (role: Role) =>
  answers(showMe, {
    ...{ person: { id: 9, name: 'Bo Dam', email: 'b@x.dk', language: 'da' }, centre: { id: 1, name: 'Østkysten' } },
    ...{ role, school: null, schoolWaits: false, home: '/', may: mayUse(role), demo: false, mails: true },
  })
const refused = roles.flatMap((role) =>
  all.flatMap(({ address, need }) => (need && !need.may.includes(role) ? [{ role, address }] : [])),
)

describe.each(roles)('%s', (role) => {
  test.each(refused.filter((one) => one.role === role))(
    'is told whom $address is for, and the way home',
    async ({ address }) => {
      // Nothing else is answered: a page that asked for more would fail here.
      const screen = await openScreen(address, [
        meAs(role),
        answers(listWaiting, { rows: [], done: [], can: { others: false } }),
      ])
      const main = within(await screen.findByRole('main'))
      expect(main.getByRole('heading', { level: 2 }).textContent).toMatch(/^Den er for \w/)
      const ways = main.getAllByRole('link', { name: 'Til forsiden' })
      expect(ways.map((way) => way.getAttribute('href'))).toContain('/')
      for (const press of ['button', 'textbox', 'combobox', 'checkbox'] as const)
        expect(main.queryAllByRole(press)).toEqual([])
    },
  )
})
