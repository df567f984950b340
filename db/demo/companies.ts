/**
 * The register of the region in the shape of Erhvervsstyrelsen's system-to-system answers (`_source`), cut down to what an importer needs.
 * Everything is periodised, lists are not in order of time, and `gyldigTil: null` means current. See domain-facts 1.2.
 */
import type { Place } from './area.ts'
import { type Company, generateCompanies, type Site, type Workplace, type World } from './company-facts.ts'
import { daysAfter } from './dates.ts'
import { isLimited } from './legal-forms.table.ts'

/** Companies that give the demo some 14 000 entities: about 60 % companies, 40 % workplaces. */
export const demoCompanies = 8200

export type RegisterDocument = ReturnType<typeof companyDocument> | ReturnType<typeof workplaceDocument>
/** Lazily: each company, then its workplaces. `companies` counts companies; workplaces come on top. */
export function* generateRegister(world: World): Generator<RegisterDocument> {
  for (const company of generateCompanies(world)) {
    yield companyDocument(company, world.today)
    for (const workplace of company.workplaces) yield workplaceDocument(workplace, company, world.today)
  }
}

/** `changedOn`: the day the register wrote it, when that is told. */
export const companyDocument = (of: Company, today: string, changedOn?: string) => {
  const { form, status, workplaces } = of
  const whole = periodOf(of)
  const legal = { virksomhedsformkode: form.code, kortBeskrivelse: form.short, langBeskrivelse: form.long }
  const normal = status === 'NORMAL' ? null : { status: 'NORMAL' }
  // A company that goes under was an ordinary one until lately.
  const since = of.statusSince ?? of.to ?? daysAfter(today, -20 - (of.cvr % 150))
  return {
    Vrvirksomhed: {
      cvrNummer: of.cvr,
      enhedsNummer: 4_100_000_000 + of.cvr,
      enhedstype: 'VIRKSOMHED',
      ...unit(of, of, today, changedOn ?? of.to ?? daysAfter(today, -(of.cvr % 60) - 1)),
      virksomhedsform: [dated(legal, whole)],
      virksomhedsstatus: isLimited(form) ? succession({ status }, normal, whole, since) : [],
      penheder: workplaces.map((each) => ({ pNummer: each.pNumber, periode: periodOf(each) })),
      virksomhedMetadata: { sammensatStatus: status, stiftelsesDato: of.from, antalPenheder: workplaces.length },
    },
  }
}

export const workplaceDocument = (at: Workplace, of: Company, today: string, changedOn?: string) => {
  const had = (cvrNummer: number, from: string, to: string | null) => ({ cvrNummer, periode: periodOf({ from, to }) })
  return {
    VrproduktionsEnhed: {
      pNummer: at.pNumber,
      enhedsNummer: 4_000_000_000 + at.pNumber,
      enhedstype: 'PRODUKTIONSENHED',
      ...unit(at, of, today, changedOn ?? at.to ?? daysAfter(today, -(at.pNumber % 60) - 1)),
      virksomhedsrelation: at.boughtFrom
        ? [had(of.cvr, of.from, at.to), had(at.boughtFrom, at.from, daysAfter(of.from, -1))]
        : [had(of.cvr, at.from, at.to)],
      produktionsEnhedMetadata: { sammensatStatus: at.to ? 'Ophørt' : 'Aktiv', nyesteCvrNummerRelation: of.cvr },
    },
  }
}

type Period = ReturnType<typeof periodOf>
const periodOf = ({ from, to }: Pick<Site, 'from' | 'to'>) => ({ gyldigFra: from, gyldigTil: to })
const stamp = (date: string) => `${date}T08:15:00.000+01:00`
const dated = <T extends object>(what: T, periode: Period) => {
  return { ...what, periode, sidstOpdateret: stamp(periode.gyldigFra) }
}
/** The current value first: importers must not think that lists are in order of time. */
const succession = <T extends object>(now: T, before: T | null, { gyldigFra, gyldigTil }: Period, turn: string) =>
  before && turn > gyldigFra
    ? [dated(now, { gyldigFra: turn, gyldigTil }), dated(before, { gyldigFra, gyldigTil: daysAfter(turn, -1) })]
    : [dated(now, { gyldigFra, gyldigTil })]

/** Where the classification db25 took over; both run on the same code here. */
const db25 = '2025-01-01'

/** What a company and a workplace are told alike. */
const unit = (of: Site, { industry, emailSecret, intervalOnly }: Company, today: string, lastChanged: string) => {
  const whole = periodOf(of)
  const turn = new Date((Date.parse(of.from) + Date.parse(of.to ?? today)) / 2).toISOString().slice(0, 10)
  const contact = (value: string | null, hemmelig = false) =>
    value === null ? [] : [dated({ kontaktoplysning: value, hemmelig }, whole)]
  const { code, title } = of.industry ?? industry
  const branch = { branchekode: code, branchetekst: title }
  const endedBefore = of.to !== null && of.to < db25
  const { formerName = null, formerPlace = null, website = null } = of
  return {
    reklamebeskyttet: of.protected,
    navne: succession({ navn: of.name }, formerName === null ? null : { navn: formerName }, whole, turn),
    beliggenhedsadresse: succession(address(of.place), formerPlace && address(formerPlace), whole, turn),
    telefonNummer: contact(of.phone),
    elektroniskPost: contact(of.email, emailSecret),
    hjemmeside: contact(website),
    hovedbranche: succession(branch, endedBefore ? null : branch, whole, db25),
    livsforloeb: [dated({}, whole)],
    aarsbeskaeftigelse: yearly(of.employees, of.from, today),
    erstMaanedsbeskaeftigelse: intervalOnly ? [] : monthly(of.employees, whole, today),
    ...{ binavne: [], postadresse: [], kvartalsbeskaeftigelse: [], deltagerRelation: [] },
    sidstOpdateret: stamp(lastChanged),
  }
}

const address = ({ street, house, letter, postalCode, town, municipality }: Place) => ({
  ...{ landekode: 'DK', vejnavn: street, husnummerFra: house, bogstavFra: letter, bynavn: null },
  ...{ postnummer: postalCode, postdistrikt: town },
  kommune: {
    ...{ kommuneKode: municipality.code, kommuneNavn: municipality.name.toLocaleUpperCase('da') },
    periode: periodOf({ from: '2007-01-01', to: null }),
  },
})

const intervals = '0_0 1_1 2_4 5_9 10_19 20_49 50_99 100_199 200_499 500_999 1000_999999'.split(' ')
/** `ANTAL_10_19` for 12 people. */
export const interval = (people: number): string =>
  `ANTAL_${intervals.findLast((each) => people >= Number.parseInt(each, 10))}`

/** The year before last and last year; only intervals, as the annual series mostly is. */
const yearly = (people: number, from: string, today: string) => {
  const lastYear = Number(today.slice(0, 4)) - 1
  return [lastYear - 1, lastYear]
    .filter((aar) => aar >= Number(from.slice(0, 4)))
    .map((aar) => ({
      ...{ aar, antalAnsatte: null, antalAarsvaerk: null },
      intervalKodeAntalAnsatte: interval(aar === lastYear ? people : Math.floor(people * 0.9)),
      intervalKodeAntalAarsvaerk: interval(Math.round(people * 0.8)),
      sidstOpdateret: stamp(`${aar + 1}-06-01`),
    }))
}

/** The two newest months that eIndkomst has delivered: it runs about two months late. */
const monthly = (people: number, { gyldigFra, gyldigTil }: Period, today: string) =>
  [62, 93]
    .map((ago) => daysAfter(today, -ago))
    .filter((month) => month >= gyldigFra && (gyldigTil === null || month <= gyldigTil))
    .map((month) => ({
      ...{ aar: Number(month.slice(0, 4)), maaned: Number(month.slice(5, 7)) },
      ...{ antalAnsatte: people, antalAarsvaerk: Math.round(people * 83) / 100 },
      intervalKodeAntalAnsatte: interval(people),
      intervalKodeAntalAarsvaerk: interval(Math.round(people * 0.83)),
      sidstOpdateret: stamp(daysAfter(month, 45)),
    }))
