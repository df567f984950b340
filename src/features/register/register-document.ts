import type { Reason } from '../imports/imports.ts'
import { readCvr, readPhone, readPNumber } from '../official-codes/official-codes.ts'
import { type DocumentFound, type Facts, type Found, goesOn, tidy } from './company-facts.ts'
import { reasons } from './reasons.ts'
import { type Now, withNow } from './register-now.ts'
import { readEmployment } from './register-employment.ts'
import {
  currentOrLast,
  currentRows,
  isObject,
  type Json,
  lastChanged,
  objects,
  spanOf,
  textOf,
} from './register-periods.ts'
import { formOf } from './row-values.ts'

export type ReadDocument = { found: Found } | DocumentFound | { wrong: Reason; column: string | null }

/**
 * Reads one document of the register's system-to-system answers (`Vrvirksomhed` or `VrproduktionsEnhed`, with or without
 * that wrapping) as it stands on `today`. Owners, directors and secret contact data are not even looked at.
 * Field by field: domain-facts 1.2.
 */
export const readRegisterDocument = (document: Json, today: string): ReadDocument => {
  const bare = 'navne' in document || 'virksomhedMetadata' in document || 'produktionsEnhedMetadata' in document
  const company = document['Vrvirksomhed'] ?? ('cvrNummer' in document && bare ? document : undefined)
  const workplace =
    document['VrproduktionsEnhed'] ??
    document['Vrproduktionsenhed'] ??
    ('pNummer' in document && bare ? document : undefined)
  if (isObject(workplace)) return readWorkplace(workplace, today)
  if (isObject(company)) return readUnit(company, company['cvrNummer'], null, today)
  if ('Vrdeltagerperson' in document || 'deltagerPerson' in document) return { wrong: reasons.person(), column: null }
  if ('mappings' in document || 'properties' in document) return { wrong: reasons.registerMapping(), column: null }
  return { wrong: reasons.notRegister(), column: null }
}

const readWorkplace = (unit: Json, today: string): ReadDocument => {
  const metadata = isObject(unit['produktionsEnhedMetadata']) ? unit['produktionsEnhedMetadata'] : {}
  const relation = currentOrLast(unit['virksomhedsrelation'], today)
  const pNumber = readPNumber(textOf(unit['pNummer']).padStart(10, '0'))
  if ('wrong' in pNumber) return { wrong: pNumber.wrong, column: 'pNummer' }
  const cvr = relation?.['cvrNummer'] ?? metadata['nyesteCvrNummerRelation']
  if (cvr === undefined || cvr === null) return { wrong: reasons.noRelation(), column: 'virksomhedsrelation' }
  return readUnit(unit, cvr, pNumber.value, today)
}

/** The register's own numbers come without leading zeros. */
const cvrOf = (value: unknown) => readCvr(textOf(value).padStart(8, '0'))

const readUnit = (given: Json, cvrValue: unknown, pNumber: string | null, today: string): ReadDocument => {
  const { unit, hasMore }: Now = withNow(given)
  const cvr = cvrOf(cvrValue)
  if ('wrong' in cvr) return { wrong: cvr.wrong, column: 'cvrNummer' }
  const facts = {
    ...nameOf(unit, today),
    ...addressOf(unit, today),
    ...industryOf(unit, today),
    ...formIn(unit, today),
    ...readEmployment(unit),
    ...contactsOf(unit, today),
    ...lifeOf(unit, today),
    ...(typeof unit['reklamebeskyttet'] === 'boolean' && { protected: unit['reklamebeskyttet'] }),
  }
  const found = { cvr: cvr.value, pNumber, changedAt: lastChanged(unit, today), facts }
  const left = { column: 'nyesteKontaktoplysninger', reason: reasons.nowOnly() }
  return hasMore ? { own: false, told: [{ found, notes: [left] }] } : { found }
}

const nameOf = (unit: Json, today: string): Partial<Facts> => {
  const name = tidy(currentOrLast(unit['navne'], today)?.['navn'], 300)
  return name === null ? {} : { name }
}

const addressOf = (unit: Json, today: string): Partial<Facts> => {
  const address = currentOrLast(unit['beliggenhedsadresse'], today)
  if (!address) return {}
  const numbers = new Set(
    [address['husnummerFra'], address['husnummerTil']].filter((number) => typeof number === 'number' && number > 0),
  )
  const house = `${[...numbers].join('-')}${tidy(address['bogstavFra']) ?? ''}`
  const floor = tidy(address['etage'])?.replace(/\.?$/, '.')
  const door = [floor, tidy(address['sidedoer'])].filter(Boolean).join(' ')
  const road = tidy(address['vejnavn'])
  const street =
    road === null ? tidy(address['fritekst']) : [`${road} ${house}`.trim(), door].filter(Boolean).join(', ')
  const municipality = isObject(address['kommune']) ? Number(address['kommune']['kommuneKode']) : Number.NaN
  const postalCode = tidy(address['postnummer'], 12)
  const danish = (address['landekode'] ?? 'DK') === 'DK'
  return {
    street,
    postalCode: postalCode !== null && danish ? postalCode.padStart(4, '0') : postalCode,
    town: tidy(address['postdistrikt'] ?? address['bynavn'], 80),
    municipality: municipality > 0 && municipality < 1000 ? municipality : null,
  }
}

const industryOf = (unit: Json, today: string): Partial<Facts> => {
  const industry = currentOrLast(unit['hovedbranche'], today)
  const code = textOf(industry?.['branchekode']).padStart(6, '0')
  if (!industry || !/^\d{6}$/.test(code)) return {}
  return { industry: code, industryText: tidy(industry['branchetekst'], 300) }
}

const formIn = (unit: Json, today: string): Partial<Facts> => {
  const form = currentOrLast(unit['virksomhedsform'], today)
  if (!form) return {}
  return formOf(tidy(form['virksomhedsformkode']) ?? '') ?? formOf(tidy(form['kortBeskrivelse'], 60) ?? '') ?? {}
}

/**
 * A contact value that is valid today and not secret. Undefined when the register never had one (it says nothing); null when
 * what it had has ended or become secret: then it must go from our copy too.
 */
const contactOf = (list: unknown, today: string): string | null | undefined => {
  if (objects(list).length === 0) return undefined
  const current = currentRows(list, today)
  const secret = new Set(current.filter((row) => row['hemmelig'] === true).map((row) => row['kontaktoplysning']))
  const open = current.find((row) => row['hemmelig'] !== true && !secret.has(row['kontaktoplysning']))
  return tidy(open?.['kontaktoplysning'])
}

const contactsOf = (unit: Json, today: string): Partial<Facts> => {
  const phone = contactOf(unit['telefonNummer'], today)
  const email = contactOf(unit['elektroniskPost'], today)
  const website = contactOf(unit['hjemmeside'], today)
  return {
    ...(phone !== undefined && { phone: phone === null ? null : readPhone(phone) }),
    ...(email !== undefined && { email: email?.toLowerCase() ?? null }),
    ...(website !== undefined && { website }),
  }
}

/** 1900-01-01 and 1901-01-01 stand for an unknown date. */
const knownDate = (date: string) => (date > '1901-01-01' ? date : null)

/** Asked for only of a company that does not go on. */
const sinceOf = (row: Json | undefined, status: string) => {
  const from = row && !goesOn(status) ? spanOf(row).from : ''
  return from === '' ? null : knownDate(from)
}

const lifeOf = (unit: Json, today: string): Partial<Facts> => {
  const lives = objects(unit['livsforloeb']).map(spanOf)
  const last = currentOrLast(unit['livsforloeb'], today)
  const metadata = unit['virksomhedMetadata'] ?? unit['produktionsEnhedMetadata']
  const own = currentOrLast(unit['virksomhedsstatus'], today)
  const status = own?.['status'] ?? (isObject(metadata) ? metadata['sammensatStatus'] : undefined)
  const first = lives.map((span) => span.from).toSorted()[0]
  return {
    ...((first ?? unit['stiftelsesDato']) !== undefined && {
      startedOn: knownDate(first ?? textOf(unit['stiftelsesDato'])),
    }),
    ...(last && { closedOn: spanOf(last).until }),
    ...(status !== undefined && { statusText: tidy(status, 100), statusSince: sinceOf(own, textOf(status)) }),
  }
}
