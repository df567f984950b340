/** Statements of what seals contacts that stand in the open, of before they were sealed as they came in. */
import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { SealedContact } from './contact-sealing.ts'

/** Contacts of the school that stand in the open, in force or replaced. */
export const openContacts = (ctx: Ctx, schoolId: number, limit: number) =>
  ctx.db
    .selectFrom('schoolContact')
    .select(['id', 'key', 'name', 'cvr', 'pNumber', 'phone', 'email', 'domain', 'street', 'postalCode', 'town'])
    .select(['contactPerson', 'knows', 'note'])
    .where('centreId', '=', ctx.centreId)
    .where('schoolId', '=', schoolId)
    .where('sealed', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()

export const closeContacts = (ctx: Ctx, schoolId: number, contacts: readonly SealedContact[]) =>
  sql`update school_contact s set sealed = decode(r."sealed", 'base64'), key = r."key", key_mark = r."keyMark", same_mark = r."sameMark", cvr_mark = r."cvrMark",
      p_mark = r."pMark", phone_mark = r."phoneMark", domain_mark = r."domainMark", knows_mark = r."knowsMark", told = r."told",
      name = null, cvr = null, p_number = null, phone = null, email = null, domain = null, street = null, postal_code = null, town = null, contact_person = null, knows = null, note = null
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r("id" uuid, "sealed" text, "key" uuid, "keyMark" uuid, "sameMark" uuid,
      "cvrMark" uuid, "pMark" uuid, "phoneMark" uuid, "domainMark" uuid, "knowsMark" uuid, "told" smallint)
    where s.centre_id = ${ctx.centreId} and s.school_id = ${schoolId} and s.id = r."id" and s.sealed is null`.execute(
    ctx.db,
  )
