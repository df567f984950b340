import { type Company, generateCompanies, type Workplace, type World } from './company-facts.ts'
import { daysAfter } from './dates.ts'
import type { Place } from './area.ts'
import type {
  Dated,
  Period,
  RegisterAddress,
  RegisterContact,
  RegisterDocument,
  RegisterEmployment,
  RegisterIndustry,
} from './register-document.ts'

/** Companies that give the demo some 14 000 entities: about 60 % companies, 40 % workplaces. */
export const demoCompanies = 8200

/** The register of the region as the official documents, lazily: each company, then its workplaces. `companies` counts companies;
 * workplaces come on top. */
export function* generateRegister(world: World): Generator<RegisterDocument> {
  for (const company of generateCompanies(world)) {
    yield companyDocument(company, world.today)
    for (const workplace of company.workplaces) yield workplaceDocument(workplace, company, world.today)
  }
}

/** Where the classification db25 took over; both run on the same code here. */
const db25 = '2025-01-01'

/** `changedOn`: the day the register wrote it, when that is told. */
export const companyDocument = (of: Company, today: string, changedOn?: string): RegisterDocument => {
  const whole: Period = { gyldigFra: of.from, gyldigTil: of.to }
  const turn = middle(of.from, of.to ?? today)
  const limited = of.form.short === 'APS' || of.form.short === 'A/S'
  const form = {
    virksomhedsformkode: of.form.code,
    kortBeskrivelse: of.form.short,
    langBeskrivelse: of.form.long,
  }
  return {
    Vrvirksomhed: {
      cvrNummer: of.cvr,
      enhedsNummer: 4_100_000_000 + of.cvr,
      enhedstype: 'VIRKSOMHED',
      reklamebeskyttet: of.protected,
      navne: succession({ navn: of.name }, of.formerName ? { navn: of.formerName } : null, whole, turn),
      binavne: [],
      beliggenhedsadresse: addresses(of.place, of.formerPlace, whole, turn),
      postadresse: [],
      telefonNummer: contact(of.phone, whole),
      elektroniskPost: contact(of.email, whole, of.emailSecret),
      hjemmeside: contact(of.website, whole),
      hovedbranche: industries(of.industry, whole),
      virksomhedsform: [dated(form, whole)],
      virksomhedsstatus: limited ? statuses(of, whole, today) : [],
      livsforloeb: [dated({}, whole)],
      aarsbeskaeftigelse: yearly(of.employees, whole, today, of.form.short === 'ENK'),
      kvartalsbeskaeftigelse: [],
      erstMaanedsbeskaeftigelse: of.intervalOnly ? [] : monthly(of.employees, whole, today),
      penheder: of.workplaces.map((each) => ({
        pNummer: each.pNumber,
        periode: { gyldigFra: each.from, gyldigTil: each.to },
      })),
      deltagerRelation: [],
      virksomhedMetadata: {
        sammensatStatus: of.status,
        stiftelsesDato: of.from,
        antalPenheder: of.workplaces.length,
      },
      sidstOpdateret: stamp(changedOn ?? of.to ?? daysAfter(today, -(of.cvr % 60) - 1)),
    },
  }
}

export const workplaceDocument = (at: Workplace, of: Company, today: string, changedOn?: string): RegisterDocument => {
  const whole: Period = { gyldigFra: at.from, gyldigTil: at.to }
  return {
    VrproduktionsEnhed: {
      pNummer: at.pNumber,
      enhedsNummer: 4_000_000_000 + at.pNumber,
      enhedstype: 'PRODUKTIONSENHED',
      reklamebeskyttet: at.protected,
      virksomhedsrelation: at.boughtFrom
        ? [
            { cvrNummer: of.cvr, periode: { gyldigFra: of.from, gyldigTil: at.to } },
            { cvrNummer: at.boughtFrom, periode: { gyldigFra: at.from, gyldigTil: daysAfter(of.from, -1) } },
          ]
        : [{ cvrNummer: of.cvr, periode: whole }],
      navne: [dated({ navn: at.name }, whole)],
      binavne: [],
      beliggenhedsadresse: addresses(at.place, null, whole, at.from),
      postadresse: [],
      telefonNummer: contact(at.phone, whole),
      elektroniskPost: contact(at.email, whole, of.emailSecret),
      hjemmeside: [],
      hovedbranche: industries(at.industry ?? of.industry, whole),
      livsforloeb: [dated({}, whole)],
      aarsbeskaeftigelse: yearly(at.employees, whole, today, false),
      kvartalsbeskaeftigelse: [],
      erstMaanedsbeskaeftigelse: of.intervalOnly ? [] : monthly(at.employees, whole, today),
      deltagerRelation: [],
      produktionsEnhedMetadata: { sammensatStatus: at.to ? 'Ophørt' : 'Aktiv', nyesteCvrNummerRelation: of.cvr },
      sidstOpdateret: stamp(changedOn ?? at.to ?? daysAfter(today, -(at.pNumber % 60) - 1)),
    },
  }
}

const stamp = (date: string): string => `${date}T08:15:00.000+01:00`

const dated = <T extends object>(what: T, periode: Period): Dated<T> => ({
  ...what,
  periode,
  sidstOpdateret: stamp(periode.gyldigFra),
})

/** The current value first: the register's lists are not in order of time, and importers must not think so. */
const succession = <T extends object>(now: T, before: T | null, whole: Period, turn: string): Dated<T>[] => {
  if (!before || turn <= whole.gyldigFra) return [dated(now, whole)]
  return [
    dated(now, { gyldigFra: turn, gyldigTil: whole.gyldigTil }),
    dated(before, { gyldigFra: whole.gyldigFra, gyldigTil: daysAfter(turn, -1) }),
  ]
}

/** A company that goes under was an ordinary one until lately. */
const statuses = (of: Company, whole: Period, today: string) => {
  const since = of.statusSince ?? of.to ?? daysAfter(today, -20 - (of.cvr % 150))
  return succession({ status: of.status }, of.status === 'NORMAL' ? null : { status: 'NORMAL' }, whole, since)
}

const middle = (from: string, to: string): string =>
  new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10)

const addresses = (now: Place, before: Place | null, whole: Period, turn: string): RegisterAddress[] =>
  succession(address(now), before && address(before), whole, turn)

const address = (place: Place) => ({
  landekode: 'DK',
  vejnavn: place.street,
  husnummerFra: place.house,
  bogstavFra: place.letter,
  bynavn: null,
  postnummer: place.postalCode,
  postdistrikt: place.town,
  kommune: {
    kommuneKode: place.municipality.code,
    kommuneNavn: place.municipality.name.toLocaleUpperCase('da'),
    periode: { gyldigFra: '2007-01-01', gyldigTil: null },
  },
})

const contact = (value: string | null, periode: Period, hemmelig = false): RegisterContact[] =>
  value === null ? [] : [dated({ kontaktoplysning: value, hemmelig }, periode)]

const industries = (industry: Company['industry'], whole: Period): RegisterIndustry[] => {
  const is = { branchekode: industry.code, branchetekst: industry.title }
  const endedBefore = whole.gyldigTil !== null && whole.gyldigTil < db25
  if (endedBefore || whole.gyldigFra >= db25) return [dated(is, whole)]
  return [
    dated(is, { gyldigFra: whole.gyldigFra, gyldigTil: '2024-12-31' }),
    dated(is, { gyldigFra: db25, gyldigTil: whole.gyldigTil }),
  ]
}

const steps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
const codes = ['0_0', '1_1', '2_4', '5_9', '10_19', '20_49', '50_99', '100_199', '200_499', '500_999', '1000_999999']

/** `ANTAL_10_19` for 12 people. */
export const interval = (people: number): string => {
  let step = steps.length - 1
  while (step > 0 && people < (steps[step] ?? 0)) step--
  return `ANTAL_${codes[step]}`
}

/** The year before last and last year; only intervals, as the annual series mostly is. A sole trader counts as an owner. */
const yearly = (people: number, whole: Period, today: string, ownerWorks: boolean): RegisterEmployment[] => {
  const lastYear = Number(today.slice(0, 4)) - 1
  const from = Math.max(lastYear - 1, Number(whole.gyldigFra.slice(0, 4)))
  const years: RegisterEmployment[] = []
  for (let aar = from; aar <= lastYear; aar++) {
    years.push({
      aar,
      antalAnsatte: null,
      antalAarsvaerk: null,
      antalInklusivEjere: null,
      intervalKodeAntalAnsatte: interval(aar === lastYear ? people : Math.floor(people * 0.9)),
      intervalKodeAntalAarsvaerk: interval(Math.round(people * 0.8)),
      intervalKodeAntalInklusivEjere: interval(people + (ownerWorks ? 1 : 0)),
      sidstOpdateret: stamp(`${aar + 1}-06-01`),
    })
  }
  return years
}

/** The two newest months that eIndkomst has delivered: it runs about two months late. */
const monthly = (people: number, whole: Period, today: string): RegisterEmployment[] => {
  return [62, 93]
    .map((ago) => daysAfter(today, -ago))
    .filter((month) => month >= whole.gyldigFra && (whole.gyldigTil === null || month <= whole.gyldigTil))
    .map((month) => ({
      aar: Number(month.slice(0, 4)),
      maaned: Number(month.slice(5, 7)),
      antalAnsatte: people,
      antalAarsvaerk: Math.round(people * 83) / 100,
      intervalKodeAntalAnsatte: interval(people),
      intervalKodeAntalAarsvaerk: interval(Math.round(people * 0.83)),
      sidstOpdateret: stamp(daysAfter(month, 45)),
    }))
}
