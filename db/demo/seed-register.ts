import type { Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { importClasses } from '../../src/features/catalogue/catalogue.ts'
import { importCompanies } from '../../src/features/register/register.ts'
import { importContacts } from '../../src/features/school-contacts/school-contacts.ts'
import { type SchoolKey, schools } from './centre.table.ts'
import { classesCsv } from './classes.ts'
import { generateRegister } from './companies.ts'
import { type Company, generateCompanies, type World } from './company-facts.ts'
import { contactColumns, type ContactRow, schoolContacts } from './school-contacts.ts'
import { cvrNumbers } from './numbers.ts'
import type { Agenda } from './seed-agenda.ts'
import { type Calendar, instant } from './seed-calendar.ts'
import type { Cast } from './seed-people.ts'

async function* once(text: string) {
  yield Buffer.from(text)
}
/** A file as it is handed in. */
export const fileOf = (name: string, text: string) => ({ name, bytes: once(text), size: Buffer.byteLength(text) })

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

const quoted = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** As Danish Excel saves it. */
const csvOf = (rows: readonly (readonly (string | number)[])[]) =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoted(String(cell))).join(';')).join('\r\n')}\r\n`
const handIn = async (ctx: Ctx, name: string, rows: readonly ContactRow[]) => {
  const text = csvOf([contactColumns, ...rows.map((row) => contactColumns.map((column) => row[column]))])
  await importContacts(ctx, fileOf(name, text))
}

export type Register = { seed: number; companies: readonly Company[] }
export const readRegister = (world: World): Register => ({ seed: world.seed, companies: [...generateCompanies(world)] })

/** A number that the register has not taken. */
export const freeNumber = (from: number, companies: readonly Company[]): number => {
  const taken = new Set(companies.map(({ cvr }) => cvr))
  for (const cvr of cvrNumbers(from)) if (!taken.has(cvr)) return cvr
  throw new RangeError('No number is free')
}

/** New members of a local business association: founded since the register was brought in, so only the centre knows them. */
const newMembers = `
  Lemvig El & Ladestandere ApS,Rundvej 12,432100,El-installation,ApS,6,70004911
  Bovbjerg Smedje & Montage,Fyrvej 4,251100,Fremstilling af metalkonstruktioner og dele heraf,Enkeltmandsvirksomhed,4,70004912
  Nissum Tømrer og Snedker ApS,Kystvejen 31,433200,Tømrer- og bygningssnedkervirksomhed,ApS,9,70004913`
/** The members' list of a local business association: three that the register does not have yet, and phones that it lacks. */
export const planMembers = (agenda: Agenda, cast: Cast, at: number, { seed, companies }: Register): void => {
  const silent = companies.filter(
    ({ place, phone, story, to, employees }) =>
      place.municipality.code === 665 && phone === null && employees > 2 && !story && !to,
  )
  const columns = 'CVR,Firma,Adresse,Postnr,By,Kommune,Branchekode,Branche,Virksomhedsform,Ansatte,Telefon'.split(',')
  const rows = [
    columns,
    ...newMembers
      .trim()
      .split('\n')
      .map((line, nth) => {
        const [name = '', street = '', ...facts] = line.trim().split(',')
        const cvr = freeNumber(seed + 2_000_000 + nth * 50_000, companies)
        return [cvr, name, street, 7620, 'Lemvig', 'Lemvig', ...facts]
      }),
    ...silent.slice(0, 5).map(({ cvr, name }, nth) => [cvr, name, ...Array<string>(8).fill(''), 70_004_921 + nth]),
  ]
  const file = fileOf('Erhvervsforum Lemvig, medlemmer.csv', csvOf(rows))
  agenda.plan(at, cast.as('Hanne Lind'), async (ctx) => {
    await importCompanies({ in: (work) => work(ctx) }, file)
  })
}

/** Who handed in the school's own contacts, from which program, how many workdays ago, and how many rows. */
const handIns: Readonly<Record<SchoolKey, readonly [who: string, file: string, ago: number, rows: number]>> = {
  teknisk: ['Mette Lauridsen', 'Praktikpladser og kontakter.csv', 172, 170],
  sosu: ['Vibeke Nissen', 'praktiksteder_sosu.csv', 171, 120],
  handel: ['Thi Nguyen', 'Elevaftaler Handelsskolen.csv', 171, 120],
  foedevare: ['Ole Fisker', 'lærepladser.csv', 169, 90],
  transport: ['Tina Fogh', 'kursuskunder 2 år.csv', 170, 100],
  'vuc-fjordlandet': ['Rikke Holm', 'CRM eksport.csv', 168, 130],
  'vuc-thy-mors': ['Bente Laursen', 'virksomheder vest.csv', 166, 100],
  amu: ['Henrik Buch', 'Kunder AMU.csv', 170, 140],
}
/** Each school hands in its contacts at the beginning. */
export const planContacts = (agenda: Agenda, cast: Cast, calendar: Calendar, { seed, companies }: Register): void => {
  for (const [nth, { key }] of schools.entries()) {
    const [who, file, ago, rows] = handIns[key]
    const found = schoolContacts(seed, key, companies, rows)
    agenda.plan(calendar.at(ago, `1${nth % 4}:2${nth}`), cast.as(who), (ctx) => handIn(ctx, file, found))
  }
}

/** CVR numbers of the two lists that are being heard. */
type Heard = { transport: string[]; metal: string[] }

/** Each school adds what it has got this autumn: some of them stand on the lists that are being heard, most of those at Fjordens Tekniske Skole. */
export const planPlacements = (
  agenda: Agenda,
  cast: Cast,
  calendar: Calendar,
  register: Register,
  heard: () => Heard,
) => {
  const { seed, companies } = register
  const among = (cvrs: string[]) => companies.filter(({ cvr }) => cvrs.includes(String(cvr)))
  for (const [nth, { key }] of schools.entries()) {
    const most = key === 'teknisk'
    const who = most ? 'Anette Bro' : handIns[key][0]
    const moment = calendar.at(2, `0${8 + (nth % 2)}:${10 + 5 * nth}`)
    agenda.plan(moment, cast.as(who), async (ctx) => {
      const { transport, metal } = heard()
      // Hauliers and smiths are not each school's trade; it knows them by those who have been on a course.
      const drivers = schoolContacts(seed + 1 + nth, 'vuc-fjordlandet', among(transport), most ? 34 : 5 + (nth % 3))
      const smiths = schoolContacts(seed + 2 + nth, 'vuc-fjordlandet', among(metal), most ? 30 : 4 + (nth % 4))
      const rows = [...drivers, ...smiths].map((row) => ({ ...row, 'Vores medarbejder': who }))
      await handIn(ctx, most ? 'Praktikaftaler.csv' : 'Nyt siden sidst.csv', rows)
    })
  }
}

/** The portal's classes of the coming months. */
export const planClasses = (agenda: Agenda, cast: Cast, at: number, seed: number, today: string): void => {
  const file = fileOf('voksenuddannelse-hold.csv', classesCsv(seed, today))
  agenda.plan(at, cast.as('Hanne Lind'), async (ctx) => {
    await importClasses(ctx, file)
  })
}
