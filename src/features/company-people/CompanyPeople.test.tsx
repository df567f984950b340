// @vitest-environment happy-dom
import { fireEvent, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { answers, closeScreen, openPart, refuses } from '../../testing/screen.tsx'
import { addCompanyPerson, correctCompanyPerson, listCompanyPeople, type Person } from './company-people.schema.ts'
import { CompanyPeople } from './CompanyPeople.tsx'

afterEach(closeScreen)

const unknown = { value: null, allowed: true, source: null, on: null }
const person = (id: number, name: string, given: Partial<Person> = {}): Person => ({
  ...{ id, companyId: 5, company: 'Plejehjemmet Fjordblik', name, title: '', note: '', speaksForAll: false },
  ...{
    phone: unknown,
    mail: unknown,
    source: 'said',
    saidOn: '2026-11-17',
    toldOn: '2026-11-17',
    tellBy: '2026-12-17',
  },
  ...{ leftOn: null, version: 1, ...given },
})
const said = { allowed: true, source: 'said', on: '2026-11-17' } as const
const birthe = person(1, 'Birthe Lauridsen', {
  ...{ title: 'plejehjemsleder', note: 'Bedst mellem kl. 13 og 14' },
  ...{ phone: { ...said, value: '40112233' }, mail: { ...said, value: 'birthe@fjordblik.example' } },
})
const four = [
  birthe,
  person(2, 'Rikke Toft', {
    phone: { ...said, value: '40112244' },
    mail: { value: null, allowed: false, source: 'said', on: '2026-11-17' },
    toldOn: null,
  }),
  person(3, 'Jesper Nørgaard', { mail: { ...said, value: 'jesper@fjordblik.example', source: 'asked' } }),
  person(4, 'Søren Bech', { companyId: 4, company: 'Salling Kommune', speaksForAll: true }),
  person(6, 'Gitte Gået', { leftOn: '2026-10-01', phone: { ...said, value: '40112255' } }),
]
const open = (...more: Parameters<typeof openPart>[1]) =>
  openPart(<CompanyPeople companyId={5} company="Plejehjemmet Fjordblik" />, [
    answers(listCompanyPeople, { rows: four, apart: 36, centre: 'VEU-samarbejdet Limfjorden' }),
    ...more,
  ])

test('each row says which way, when best, for whom he speaks, and what he must be told; who left can be reached no more', async () => {
  const { findByText } = open()
  const rowOf = async (name: string) => (await findByText(name)).closest('li')?.textContent
  expect(await rowOf('Birthe Lauridsen')).toMatch(/Telefon.*E-mail.*Bedst mellem kl. 13 og 14/)
  expect(await rowOf('Rikke Toft')).toMatch(
    /Telefon.*ingen e-mail.*Sagde det selv 17. november.*Skal have besked inden 17. december/,
  )
  expect(await rowOf('Jesper Nørgaard')).toMatch(/Kun e-mail.*Bad om det selv 17. november/)
  expect(await rowOf('Søren Bech')).toMatch(
    /På Salling Kommune.*Ingen kanal kendt.*Kan sige nej for alle 36 arbejdssteder/,
  )
  expect(await rowOf('Gitte Gået')).toMatch(/^Gitte GåetHar forladt virksomheden 1. oktoberRet$/)
})

test('writing someone down says what he must be told, and never lets union, health or private matters in', async () => {
  const { findByText, findByRole, getByLabelText, getByRole, getAllByText, sent } = open(
    answers(addCompanyPerson, ({ body }) =>
      (body as { title: string }).title === 'tillidsmand' ? refuses(422, 'union-title') : person(9, 'Ny'),
    ),
  )
  fireEvent.click(await findByText('Tilføj en person'))
  expect(getAllByText(/Aldrig fagforening|Skriv aldrig om fagforening/)).toHaveLength(2)
  const form = getByRole('form', { name: 'Tilføj en person' })
  expect(form.textContent).toMatch(/skolerne i VEU-samarbejdet Limfjorden.*sagde det selv.*Datatilsynet/)
  fireEvent.change(getByLabelText(/^Navn/), { target: { value: 'Ny Mand' } })
  fireEvent.change(getByLabelText('Stilling'), { target: { value: 'tillidsmand' } })
  fireEvent.click(within(form).getByRole('button', { name: 'Gem' }))
  expect((await findByRole('alert')).textContent).toContain('union-title')
  fireEvent.change(getByLabelText('Stilling'), { target: { value: 'montør' } })
  fireEvent.click(within(form).getByRole('button', { name: 'Gem' }))
  await expect.poll(() => sent.length).toBe(2)
  expect(sent[1]).toMatchObject({ body: { name: 'Ny Mand', title: 'montør', source: 'said', told: false } })
})

test('when someone else was faster both stand there, and nothing is overwritten before it is chosen', async () => {
  let tries = 0
  const theirs = { ...birthe, title: 'centerleder', version: 2 }
  const { findByText, findByRole, getByLabelText, getByRole, getByText, sent } = open(
    answers(correctCompanyPerson, () => (tries++ === 0 ? refuses(409, 'changed-meanwhile', { theirs }) : theirs)),
  )
  fireEvent.click(await findByRole('button', { name: 'Ret: Birthe Lauridsen' }))
  fireEvent.change(getByLabelText('Stilling'), { target: { value: 'leder' } })
  const save = () => fireEvent.click(within(getByRole('form')).getByRole('button', { name: 'Gem' }))
  save()
  await findByText('centerleder')
  expect(getByText('leder')).not.toBeNull()
  fireEvent.click(getByRole('button', { name: /mi(n|t)/i }))
  save()
  await expect.poll(() => sent.map(({ body }) => (body as { version: number }).version)).toEqual([1, 2])
})
