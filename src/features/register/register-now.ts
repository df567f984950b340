/** The register's ready-made view of now (`…Metadata`): some answers hold nothing else. */
import { isObject, type Json, objects } from './register-periods.ts'

/** `hasMore`: the view has ways to reach the company, which are left: it does not say which are secret, nor which is a fax. */
export type Now = { unit: Json; hasMore: boolean }

const lists = {
  navne: 'nyesteNavn',
  beliggenhedsadresse: 'nyesteBeliggenhedsadresse',
  hovedbranche: 'nyesteHovedbranche',
  virksomhedsform: 'nyesteVirksomhedsform',
  virksomhedsstatus: 'nyesteStatus',
  aarsbeskaeftigelse: 'nyesteAarsbeskaeftigelse',
  kvartalsbeskaeftigelse: 'nyesteKvartalsbeskaeftigelse',
  maanedsbeskaeftigelse: 'nyesteMaanedsbeskaeftigelse',
  erstMaanedsbeskaeftigelse: 'nyesteErstMaanedsbeskaeftigelse',
} as const
const ways = ['telefonNummer', 'elektroniskPost', 'hjemmeside']

/** A unit whose missing lists are filled from its view of now; lists that are there say it better. */
export const withNow = (unit: Json): Now => {
  const now = unit['virksomhedMetadata'] ?? unit['produktionsEnhedMetadata']
  if (!isObject(now) || 'navne' in unit) return { unit, hasMore: false }
  const filled: Json = { ...unit }
  for (const [list, one] of Object.entries(lists)) if (!(list in unit) && isObject(now[one])) filled[list] = [now[one]]
  if (!('livsforloeb' in unit) && typeof now['stiftelsesDato'] === 'string')
    filled['stiftelsesDato'] = now['stiftelsesDato'].slice(0, 10)
  const reach = now['nyesteKontaktoplysninger']
  const hasMore = Array.isArray(reach) && reach.length > 0 && ways.every((way) => objects(unit[way]).length === 0)
  return { unit: filled, hasMore }
}
