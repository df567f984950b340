import type { Database } from '#platform/db/open'
import { importClasses } from '../../src/features/catalogue/catalogue.ts'
import { importCompanies } from '../../src/features/register/register.ts'
import { importContacts } from '../../src/features/school-contacts/school-contacts.ts'
import type { SchoolKey } from './centre.table.ts'
import { classesCsv } from './classes.ts'
import { generateRegister } from './companies.ts'
import { type Company, generateCompanies, type World } from './company-facts.ts'
import type { Agenda } from './seed-agenda.ts'
import { type Calendar, instant } from './seed-calendar.ts'
import { cvrNumbers } from './numbers.ts'
import { newMembers } from './own-companies.table.ts'
import type { Cast } from './seed-people.ts'
import { contactColumns, type ContactRow, schoolContacts } from './school-contacts.ts'

/** The register as one file, a document a line, in pieces of about a megabyte. */
async function* registerFile(world: World) {
  let piece = ''
  for (const document of generateRegister(world)) {
    piece += `${JSON.stringify(document)}\n`
    if (piece.length < 1 << 20) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

/** Brings the register in, as the coordinator does on the first day. */
export const importRegister = async (database: Database, cast: Cast, world: World, at: number): Promise<void> => {
  const opens = {
    in: <T>(work: Parameters<typeof database.in<T>>[1]) => database.in(cast.as('Hanne Lind'), work, instant(at)),
  }
  const bytes = registerFile(world)
  const result = await importCompanies(opens, { name: `cvr-udtraek-${world.today}.json`, bytes })
  if (result.rejected > 0) throw new Error(`The demo's register has ${result.rejected} bad documents`)
}

async function* once(text: string) {
  yield Buffer.from(text)
}
const quoted = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** As Danish Excel saves it. */
const csvOf = (rows: readonly (readonly (string | number)[])[]) =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(String(cell))).join(';')).join('\r\n')}\r\n`
const contactsCsv = (rows: readonly ContactRow[]) =>
  csvOf([contactColumns, ...rows.map((row) => contactColumns.map((name) => row[name]))])

export type Register = { seed: number; companies: readonly Company[] }
export const readRegister = (world: World): Register => ({ seed: world.seed, companies: [...generateCompanies(world)] })

type HandIn = { school: SchoolKey; who: string; file: string; ago: number; rows: number }
/** Who handed in the school's own contacts, from which program, and how many workdays ago. */
const handIns: readonly HandIn[] = [
  { school: 'teknisk', who: 'Mette Lauridsen', file: 'Praktikpladser og kontakter.csv', ago: 172, rows: 210 },
  { school: 'sosu', who: 'Vibeke Nissen', file: 'praktiksteder_sosu.csv', ago: 171, rows: 140 },
  { school: 'handel', who: 'Thi Nguyen', file: 'Elevaftaler Handelsskolen.csv', ago: 171, rows: 160 },
  { school: 'foedevare', who: 'Ole Fisker', file: 'lærepladser.csv', ago: 169, rows: 110 },
  { school: 'transport', who: 'Tina Fogh', file: 'kursuskunder 2 år.csv', ago: 170, rows: 150 },
  { school: 'vuc-sundet', who: 'Rikke Holm', file: 'CRM eksport.csv', ago: 168, rows: 160 },
  { school: 'vuc-vestermose', who: 'Bente Laursen', file: 'virksomheder vest.csv', ago: 166, rows: 120 },
  { school: 'amu', who: 'Henrik Buch', file: 'Kunder AMU.csv', ago: 170, rows: 170 },
]

const odder = 727
/** Numbers far from those that the register has taken, and none of them. */
const freeNumbers = (seed: number, companies: readonly Company[]) => {
  const taken = new Set(companies.map(({ cvr }) => cvr))
  return newMembers.map((member, at) => {
    for (const cvr of cvrNumbers(seed + 2_000_000 + at * 50_000)) if (!taken.has(cvr)) return { ...member, cvr }
    throw new RangeError('No number is free')
  })
}

/** The members' list of a local business association: three that the register does not have yet, and phones that it lacks. */
export const planMembers = (agenda: Agenda, cast: Cast, at: number, { seed, companies }: Register): void => {
  const silent = companies.filter(
    ({ place, phone, story, to, employees }) =>
      place.municipality.code === odder && phone === null && employees > 2 && !story && !to,
  )
  const rows = [
    [
      'CVR',
      'Firma',
      'Adresse',
      'Postnr',
      'By',
      'Kommune',
      'Branchekode',
      'Branche',
      'Virksomhedsform',
      'Ansatte',
      'Telefon',
    ],
    ...freeNumbers(seed, companies).map(({ cvr, name, street, industry, industryText, form, employees, phone }) => [
      ...[cvr, name, street, 8300, 'Odder', 'Odder', industry, industryText, form, employees, phone],
    ]),
    ...silent.slice(0, 5).map(({ cvr, name }, nth) => [cvr, name, ...Array<string>(8).fill(''), 70_004_921 + nth]),
  ]
  const text = csvOf(rows)
  agenda.plan(at, cast.as('Hanne Lind'), async (ctx) => {
    const file = { name: 'Erhvervsforum Odder, medlemmer.csv', bytes: once(text), size: Buffer.byteLength(text) }
    await importCompanies({ in: (work) => work(ctx) }, file)
  })
}

/** Each school hands in its contacts at the beginning. */
export const planContacts = (agenda: Agenda, cast: Cast, calendar: Calendar, { seed, companies }: Register): void => {
  for (const [nth, { school, who, file, ago, rows }] of handIns.entries()) {
    const text = contactsCsv(schoolContacts(seed, school, companies, rows))
    agenda.plan(calendar.at(ago, `1${nth % 4}:2${nth}`), cast.as(who), async (ctx) => {
      await importContacts(ctx, { name: file, bytes: once(text), size: Buffer.byteLength(text) })
    })
  }
}

/** CVR numbers of the two lists that are being heard. */
type Heard = { transport: string[]; metal: string[] }

/** Østkystens Tekniske Skole hands in this autumn's placements too: many of them stand on the lists that are being heard. */
export const planPlacements = (
  agenda: Agenda,
  cast: Cast,
  at: number,
  { seed, companies }: Register,
  heard: () => Heard,
): void => {
  agenda.plan(at, cast.as('Anette Bro'), async (ctx) => {
    const { transport, metal } = heard()
    const among = (cvrs: string[]) => companies.filter(({ cvr }) => cvrs.includes(String(cvr)))
    // Hauliers are not the school's trade; it knows them by its apprentices all the same.
    const drivers = schoolContacts(seed + 1, 'vuc-sundet', among(transport), 34)
    const rows = [
      ...drivers.map((row) => ({ ...row, 'Vores medarbejder': 'Anette Bro' })),
      ...schoolContacts(seed + 2, 'teknisk', among(metal), 30),
    ]
    const text = contactsCsv(rows)
    await importContacts(ctx, { name: 'Praktik efterår.csv', bytes: once(text), size: Buffer.byteLength(text) })
  })
}

/** The portal's classes of the coming months. */
export const planClasses = (agenda: Agenda, cast: Cast, at: number, seed: number, today: string): void => {
  const text = classesCsv(seed, today)
  agenda.plan(at, cast.as('Hanne Lind'), async (ctx) => {
    const file = { name: 'voksenuddannelse-hold.csv', bytes: once(text), size: Buffer.byteLength(text) }
    await importClasses(ctx, file)
  })
}
