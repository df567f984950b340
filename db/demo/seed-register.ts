import type { Ctx } from '#platform/context'
import type { Database } from '#platform/db/open'
import { importClasses } from '../../src/features/catalogue/catalogue.ts'
import { importCompanies } from '../../src/features/register/register.ts'
import { importContacts } from '../../src/features/school-contacts/school-contacts.ts'
import { type SchoolKey, schools } from './centre.table.ts'
import { classesCsv } from './classes.ts'
import { generateRegister } from './companies.ts'
import { type Company, generateCompanies, type World } from './company-facts.ts'
import { cvrNumbers } from './numbers.ts'
import { contactColumns, type ContactRow, schoolContacts } from './school-contacts.ts'
import { instant } from './seed-calendar.ts'
import type { Drawn, Stage } from './seed-lists.ts'
import type { Cast } from './seed-people.ts'
import { cellsOf, linesOf } from './table-text.ts'

/** A file as it is handed in. */
export const fileOf = (name: string, text: string) => ({
  ...{ name, size: Buffer.byteLength(text) },
  bytes: (async function* () {
    yield Buffer.from(text)
  })(),
})

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

export type Register = { seed: number; companies: readonly Company[] }
export const readRegister = (world: World): Register => ({ seed: world.seed, companies: [...generateCompanies(world)] })

/** A number that the register has not taken. */
export const freeNumber = (from: number, companies: readonly Company[]): number => {
  const taken = new Set(companies.map(({ cvr }) => cvr))
  for (const cvr of cvrNumbers(from)) if (!taken.has(cvr)) return cvr
  throw new RangeError('No number is free')
}

/** As Danish Excel saves it. */
const csvOf = (rows: readonly (readonly (string | number)[])[]) => {
  const quoted = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(String(cell))).join(';')).join('\r\n')}\r\n`
}
/** Where there is no key to seal contacts with, the schools of the demo have none. */
const handIn = async (ctx: Ctx, name: string, rows: readonly ContactRow[]) =>
  ctx.house.sealing &&
  importContacts(ctx, fileOf(name, csvOf([contactColumns, ...rows.map((row) => Object.values(row))])))

/** New members of a local business association: founded since the register was brought in, so only the centre knows them. */
const newMembers = `
  Lemvig El & Ladestandere ApS,Rundvej 12,432100,El-installation,ApS,6,70004911
  Bovbjerg Smedje & Montage,Fyrvej 4,251100,Fremstilling af metalkonstruktioner og dele heraf,Enkeltmandsvirksomhed,4,70004912
  Nissum Tømrer og Snedker ApS,Kystvejen 31,433200,Tømrer- og bygningssnedkervirksomhed,ApS,9,70004913`
/** The members' list of a local business association: three that the register does not have yet, and phones that it lacks. */
const membersCsv = ({ seed, companies }: Register) => {
  const silent = companies.filter(
    ({ place, phone, story, to, employees }) =>
      place.municipality.code === 665 && phone === null && employees > 2 && !story && !to,
  )
  const fresh = linesOf(newMembers).map((line, nth) => {
    const [name = '', street = '', ...facts] = cellsOf(line, ',')
    const cvr = freeNumber(seed + 2_000_000 + nth * 50_000, companies)
    return [cvr, name, street, 7620, 'Lemvig', 'Lemvig', ...facts]
  })
  const phones = silent
    .slice(0, 5)
    .map(({ cvr, name }, nth) => [cvr, name, ...Array<string>(8).fill(''), 70_004_921 + nth])
  const head = 'CVR,Firma,Adresse,Postnr,By,Kommune,Branchekode,Branche,Virksomhedsform,Ansatte,Telefon'.split(',')
  return csvOf([head, ...fresh, ...phones])
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

/** Each school hands in its contacts at the beginning, and what it has got this autumn: some of those stand on the lists that are being
 * heard, most of them at Fjordens Tekniske Skole. The coordinator brings in the portal's classes, and a list of members. */
export const planFiles = (
  { agenda, cast, calendar, seed }: Stage,
  register: Register,
  lists: readonly Drawn[],
): void => {
  const { companies } = register
  const among = (list: string) => {
    const drawn = lists.find(({ campaign }) => campaign.key === list)
    return companies.filter(({ cvr }) => drawn?.companies.some((one) => one.cvr === String(cvr)))
  }
  for (const [nth, { key }] of schools.entries()) {
    const [whose, file, ago, rows] = handIns[key]
    const found = schoolContacts(seed, key, companies, rows)
    agenda.plan(calendar.at(ago, `1${nth % 4}:2${nth}`), cast.as(whose), (ctx) => handIn(ctx, file, found))
    const most = key === 'teknisk'
    const who = most ? 'Anette Bro' : whose
    agenda.plan(calendar.at(2, `0${8 + (nth % 2)}:${10 + 5 * nth}`), cast.as(who), (ctx) => {
      // Hauliers and smiths are not each school's trade; it knows them by those who have been on a course.
      const known = (add: number, list: string, count: number) =>
        schoolContacts(seed + add + nth, 'vuc-fjordlandet', among(list), count)
      const drivers = known(1, 'transport', most ? 34 : 5 + (nth % 3))
      const smiths = known(2, 'smaa-metal', most ? 30 : 4 + (nth % 4))
      const named = [...drivers, ...smiths].map((row) => ({ ...row, 'Vores medarbejder': who }))
      return handIn(ctx, most ? 'Praktikaftaler.csv' : 'Nyt siden sidst.csv', named)
    })
  }
  const hanne = cast.as('Hanne Lind')
  agenda.plan(calendar.at(3, '10:40'), hanne, (ctx) => {
    const file = fileOf('Erhvervsforum Lemvig, medlemmer.csv', membersCsv(register))
    return importCompanies({ in: (work) => work(ctx) }, file)
  })
  const classes = fileOf('voksenuddannelse-hold.csv', classesCsv(seed, calendar.today))
  agenda.plan(calendar.at(1, '07:50'), hanne, (ctx) => importClasses(ctx, classes))
}
