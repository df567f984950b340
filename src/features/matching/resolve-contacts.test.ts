import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from '#platform/endpoint'
import { noClaim } from '#platform/portions'
import { csv, cvrs } from '#testing/register-files'
import { openWorld } from '#testing/world'
import { system } from '../centre/centre.ts'
import { listHeardCompanies, showHearing, startHearing } from '../hearings/hearings.schema.ts'
import { keepCompanies, strikeCertain, strikeCompanies, undoKeeps, undoStrikes } from '../hearings/strikes.schema.ts'
import { Criteria } from '../lists/criteria.schema.ts'
import { drawList } from '../lists/draw.schema.ts'
import { closeList, makeContactList } from '../lists/lists.schema.ts'
import { undoContactUpload, uploadContacts } from '../school-contacts/school-contacts.schema.ts'
import { importCompanies } from '../register/register.ts'
import { resolveAllAgain, resolveContacts } from './resolve-contacts.ts'

type Who = Parameters<Awaited<ReturnType<typeof openWorld>>['as']>[0]
let world: Awaited<ReturnType<typeof openWorld>>
let place = 150
let open: number[] = []
let deadline = '2026-12-01'
beforeAll(async () => {
  world = await openWorld()
  // A register has many: what is rare in it is told by them.
  for (let n = 0; n < 120; n++) {
    const trade = ['VVS', 'Murer', 'Maskinstation', 'Cykler'][n % 4]
    const where = {
      street: `${['Nygade', 'Østergade', 'Møllevej'][n % 3]} ${n}`,
      postalCode: ['9000', '8800', '7800'][n % 3] ?? '',
    }
    await world.company({ name: `${['Holm', 'Bach', 'Riis'][n % 3]}${n} ${trade} ApS`, municipality: 101, ...where })
  }
})
afterAll(() => world.close())

const head = 'Virksomhed;CVR;Telefon;Adresse;Postnr;By\r\n'
const upload = (who: Who, text: string) =>
  world.as(who).call(uploadContacts, { query: { name: 'vores.csv', replace: 'true' } }, { bytes: head + text })
/** A list of these companies alone. */
const drawn = async (municipality: number) => {
  const body = { name: `Liste ${municipality}`, criteria: z.parse(Criteria, { municipalities: [municipality] }) }
  const { id } = await world.as('birgit').call(makeContactList, { body })
  await world.as('birgit').call(drawList, { params: { id } })
  open.push(id)
  return id
}
const hear = async (listId: number) => {
  const body = { date: deadline, time: '16:00' }
  const started = await world.as('birgit').call(startHearing, { params: { id: listId }, body })
  return started.hearing?.id ?? 0
}
/** Strikes have lapsed, and the same companies are asked about again. */
const nextYear = async () => {
  const year = Number(deadline.slice(0, 4)) + 2
  deadline = `${year}-11-29`
  for (const at of ['12-02T09:00', '12-03T09:00']) {
    world.clock.set(`${year - 2}-${at}`)
    await world.runJobs()
  }
  for (const id of open) await world.as('birgit').call(closeList, { params: { id } })
  open = []
  world.clock.set(`${year}-11-20T09:00`)
  await world.runJobs()
}
const heard = async (municipality: number) => hear(await drawn(municipality))
const rowsOf = async (id: number, who: Who = 'mette') =>
  (await world.as(who).call(listHeardCompanies, { params: { id }, query: {} })).rows
const said = async (id: number, who: Who = 'mette') =>
  (await rowsOf(id, who)).map(({ name, certain, reasons, decision }) => [
    name,
    certain,
    reasons.map(({ by }) => by),
    decision,
  ])
const comparing = async (id: number, who: Who = 'mette') =>
  (await world.as(who).call(showHearing, { params: { id } })).comparing

const smith = (municipality: number) =>
  world.company({
    name: 'Frandum Smedje ApS',
    street: 'Kirkevej 4',
    postalCode: '7490',
    town: 'Aulum',
    municipality,
    email: null,
  })

describe('who writes a name and an address only', () => {
  test('is recognised once the job has run; until then nobody is said to be nobody', async () => {
    const municipality = ++place
    await smith(municipality)
    const id = await heard(municipality)
    await upload('torben', 'Frandum Smedie;;;Kirkevej 4;7490;Aulum\r\n')
    expect([await said(id), await comparing(id)]).toEqual([[['Frandum Smedje ApS', false, [], null]], 1])
    await world.runJobs()
    expect(await comparing(id)).toBe(0)
    const [row] = await rowsOf(id)
    expect(row?.reasons.map(({ by }) => by)).toEqual(['likeness'])
    expect(row?.weights.map(({ of }) => of)).toEqual(expect.arrayContaining(['name', 'address', 'prior']))
    expect(row?.contact?.name).toBe('Frandum Smedie')
    // Another school sees nothing of it.
    expect(await said(id, 'vibeke')).toEqual([['Frandum Smedje ApS', false, [], null]])
  })

  test('a company and its workplaces are one answer, whichever of them is drawn', async () => {
    const municipality = ++place
    const head_ = await world.company({
      name: 'Aaby Beton A/S',
      street: 'Havnevej 2',
      postalCode: '7100',
      town: 'Vejle',
      municipality: 101,
      phone: '75820001',
    })
    await world.company({
      ...{
        kind: 'workplace',
        cvr: head_.cvr,
        name: 'Aaby Beton A/S',
        street: 'Industrivej 30',
        postalCode: '7400',
        town: 'Herning',
      },
      ...{ municipality, phone: null, email: null },
    })
    const id = await heard(municipality)
    await upload('torben', 'Aaby Beton A/S;;75820001;Industrivej 30;7400;Herning\r\n')
    await world.runJobs()
    expect(await said(id)).toEqual([['Aaby Beton A/S', true, ['likeness'], null]])
  })

  test('a phone that is another’s by all else does not strike the look-alike any more', async () => {
    const municipality = ++place
    await world.company({
      name: 'Gl. Kongevej Tandklinik ApS',
      municipality,
      phone: '97001234',
      street: 'Torvet 1',
      postalCode: '7600',
      town: 'Struer',
      email: null,
    })
    await world.company({
      name: 'Nordhavn Montage ApS',
      municipality: 101,
      phone: '97009999',
      street: 'Molen 7',
      postalCode: '7730',
      town: 'Hanstholm',
      email: null,
    })
    const id = await heard(municipality)
    await upload('torben', 'Nordhavn Montage ApS;;97001234;Molen 7;7730;Hanstholm\r\n')
    expect((await said(id))[0]?.[2]).toEqual(['phone'])
    await world.runJobs()
    expect((await said(id))[0]?.[2]).toEqual([])
  })
})

describe('what the school said of a pair', () => {
  test('is never asked again, nor turned: not on the next list, not after the same contacts come again, not when all is learnt anew', async () => {
    const municipality = ++place
    const [yes, no] = [
      await smith(municipality),
      await world.company({
        name: 'Kvistgård Tømrer',
        phone: '97778888',
        municipality,
        email: null,
        street: 'Skovvej 9',
      }),
    ]
    const list = 'Frandum Smedie;;;Kirkevej 4;7490;Aulum\r\nTømreren;;97778888;;;\r\n'
    await upload('torben', list)
    await world.runJobs()
    const first = await heard(municipality)
    await world.as('mette').call(strikeCompanies, { params: { id: first }, body: { companyIds: [yes.id] } })
    await world.as('mette').call(keepCompanies, { params: { id: first }, body: { companyIds: [no.id] } })
    // In the list at hand nothing moves.
    expect(new Map((await said(first)).map(([name, , , decision]) => [name, decision]))).toEqual(
      new Map([
        ['Frandum Smedje ApS', 'struck'],
        ['Kvistgård Tømrer', 'kept-on-list'],
      ]),
    )
    await nextYear()
    const second = await heard(municipality)
    const expected = new Map([
      ['Frandum Smedje ApS', true],
      ['Kvistgård Tømrer', false],
    ])
    const now = async () => new Map((await rowsOf(second)).map(({ name, certain }) => [name, certain]))
    const nobody = async () => (await rowsOf(second)).find(({ name }) => name.startsWith('Kvist'))?.reasons
    expect([await now(), await nobody()]).toEqual([expected, []])
    await upload('torben', 'En helt anden;;;;;\r\n')
    await upload('torben', list)
    expect([await now(), await nobody()]).toEqual([expected, []])
    await world.runJobs()
    expect([await now(), await nobody()]).toEqual([expected, []])
    expect((await rowsOf(second))[0]?.reasons.map(({ by }) => by)).toContain('said')
  })

  test('is taken back by an undo, and what was said before holds again', async () => {
    const municipality = ++place
    const company = await world.company({ name: 'Vinkel', municipality, phone: '97772222', email: null })
    await upload('torben', 'Vi kender den;;97772222;;;\r\n')
    const remembered = () =>
      world.sql('select same, list_id from pair_said where company_id = $1 order by list_id', [company.id])
    const body = { companyIds: [company.id] }
    const first = { id: await heard(municipality) }
    await world.as('mette').call(strikeCompanies, { params: first, body })
    expect(await remembered()).toMatchObject([{ same: true }])
    await world.as('mette').call(undoStrikes, { params: first, body })
    expect(await remembered()).toEqual([])
    await world.as('mette').call(keepCompanies, { params: first, body })
    expect(await remembered()).toMatchObject([{ same: false }])
    await nextYear()
    const second = { id: await heard(municipality) }
    expect(await said(second.id)).toEqual([['Vinkel', false, [], null]])
    await world.as('mette').call(strikeCompanies, { params: second, body })
    await world.as('mette').call(undoStrikes, { params: second, body })
    expect(await said(second.id)).toEqual([['Vinkel', false, [], null]])
    expect(await remembered()).toMatchObject([{ same: false }])
    await world.as('mette').call(keepCompanies, { params: second, body })
    await world.as('mette').call(undoKeeps, { params: second, body })
  })

  test('changed, leaves nothing of the decision before, of no contact', async () => {
    const municipality = ++place
    const company = await world.company({ name: 'Vinklerne', municipality, phone: '97773333', email: null })
    await upload('torben', 'Vi kender den;;97773333;;;\r\nDen anden;;97773333;;;\r\n')
    const remembered = () => world.sql('select same from pair_said where company_id = $1', [company.id])
    const params = { id: await heard(municipality) }
    const body = { companyIds: [company.id] }
    const keep = (ours: boolean) => world.as('mette').call(keepCompanies, { params, body: { ...body, ours } })
    const [no, yes] = [{ same: false }, { same: true }]
    await keep(false)
    expect(await remembered()).toEqual([no, no])
    await keep(true)
    expect(await remembered()).toEqual([yes])
    await keep(false)
    await world.as('mette').call(strikeCompanies, { params, body })
    expect(await remembered()).toEqual([yes])
  })

  test('ours, but do call: stays on the list, and the pair is remembered as the same', async () => {
    const municipality = ++place
    const company = await world.company({ name: 'Ringgerne', municipality, phone: '97771111', email: null })
    await upload('torben', 'Vores;;97771111;;;\r\n')
    const first = await heard(municipality)
    const others = async () => JSON.stringify(await rowsOf(first, 'vibeke'))
    const seen = await others()
    await world
      .as('mette')
      .call(keepCompanies, { params: { id: first }, body: { companyIds: [company.id], ours: true } })
    expect(await others()).toBe(seen)
    expect((await rowsOf(first))[0]?.decision).toBe('ours')
    await nextYear()
    const second = await heard(municipality)
    expect(await said(second)).toEqual([['Ringgerne', true, ['said', 'phone', 'likeness'], null]])
    await world.as('mette').call(strikeCertain, { params: { id: second }, body: { companyIds: [company.id] } })
    expect((await rowsOf(second))[0]?.decision).toBe('struck')
  })
})

test('with the contacts their answers go, and a job that dies in the middle loses nothing', async () => {
  const ofLars = 'select count(*)::int as n from contact_resolved where school_id = $1 and nth = 1'
  const count = async () => (await world.sql<{ n: number }>(ofLars, [world.people.lars.schoolId]))[0]?.n
  const done = await upload('lars', 'Ene firma;;;Havnegade 1;8700;Horsens\r\nAndet;;;;;\r\n')
  const before = await count()
  const lars = world.people.lars
  const asker = { centreId: world.centreId, personId: lars.id, schoolId: lars.schoolId, role: lars.role }
  const run = (signal: AbortSignal) =>
    resolveContacts.run(
      {
        asker: { ...asker, source: 'job', language: 'da' },
        database: world.database,
        in: (work) => world.inside('lars', work),
        claim: { ...noClaim, signal },
      },
      {},
    )
  const stopped = new AbortController()
  const dying = run(stopped.signal)
  setTimeout(() => stopped.abort(new Error('killed')), 5)
  await expect(dying).rejects.toThrow('killed')
  await world.runJobs()
  expect(await count()).toBe((before ?? 0) + 2)
  await world.as('lars').call(undoContactUpload, { params: { id: done.id ?? 0 } })
  expect(await count()).toBe(before)
})

test('companies that a command brings where no queue stands are compared by a server’s next sweep', async () => {
  await upload('torben', 'Kilde Savværk;;;Åvej 9;7490;Aulum\r\n')
  await world.runJobs()
  const due = () => world.sql('select school_id from comparison_due')
  expect(await due()).toEqual([])
  const asker = system(world.centreId)
  const { sender } = world.database
  world.database.sender = null
  const brought = importCompanies(
    { in: (work) => world.database.in(asker, work) },
    {
      name: 'nye.csv',
      bytes: Readable.from([Buffer.from(csv(`${cvrs[3]};;Kilde Savværk ApS;Åvej 9;;7490;Aulum;;;;;;;;;`))]),
    },
  ).finally(() => {
    world.database.sender = sender
  })
  expect(await brought).toMatchObject({ created: 1, rejected: 0 })
  expect(await due()).not.toEqual([])
  // The first run's sweep hands in what the second does.
  await world.runJobs()
  await world.runJobs()
  expect(await due()).toEqual([])
  expect(
    await world.sql(`select decision from contact_resolved where nth = 1 and cvr = $1`, [String(cvrs[3])]),
  ).toHaveLength(1)
})

test('a run never overwrites the answers of one that began later', async () => {
  await upload('torben', 'Sene Svar;;;;;\r\n')
  await world.runJobs()
  // The newest upload is the one of that contact.
  const newest = `c.id = r.contact_id and c.import_id = (select max(id) from import where school_id = c.school_id) and c.school_id = ${world.people.torben.schoolId}`
  const later = `update contact_resolved r set resolved_at = '2090-01-01', p = 0.125 from school_contact c where ${newest}`
  await world.sql(later)
  await world.inside('birgit', resolveAllAgain)
  await world.runJobs()
  const kept = `select distinct r.p from contact_resolved r join school_contact c on ${newest}`
  expect(await world.sql(kept)).toEqual([{ p: 0.125 }])
})

test('a job carries ids and nothing else', async () => {
  await upload('torben', 'Hemmelig Kvist;;;;;\r\n')
  const jobs = await world.sql<{ data: unknown }>(
    `select data from pgboss.job where name = 'matching/resolve-contacts'`,
  )
  expect(JSON.stringify(jobs)).not.toMatch(/Kvist|vores\.csv/)
})

test('while two thousand contacts are compared everybody else is answered', async () => {
  const rows = Array.from({ length: 2000 }, (_, n) => `Firma ${n} Handel;;;Nygade ${n % 90};9000;Aalborg`)
  await upload('lars', rows.join('\r\n'))
  const order: string[] = []
  const working = world.runJobs().finally(() => order.push('compared'))
  for (let n = 0; n < 10; n++) {
    await world.as('birgit').fetch('/api/hearings')
    order.push('answered')
  }
  await working
  expect(order.indexOf('compared')).toBe(10)
  const left = `select from school_contact s where replaced_by is null and not exists (select from contact_resolved r where r.contact_id = s.id)`
  expect(await world.sql(`${left} and school_id = $1`, [world.people.lars.schoolId])).toEqual([])
})
