/** Where a name was typed, or put in by a press, and not tied to the person: rooms that hold such words find whose they are, when he wishes to be forgotten. */
import { type RawBuilder, sql, type SqlBool } from 'kysely'

const wordsOf = (name: RawBuilder<unknown>) => sql`regexp_split_to_array(lower(btrim(${name})), '\\s+')`

/** All of a name, or some of its words. */
export const isPartOfName = (typed: RawBuilder<unknown>, name: RawBuilder<unknown>) =>
  sql<SqlBool>`(btrim(${typed}) <> '' and ${wordsOf(typed)} <@ ${wordsOf(name)})`

/** The column of a row that holds a name (`place`: the row that says where), perhaps a mail: his, if it is all of his name, a part that fits nobody else there, or his mail. */
export const isHisName = (companyPersonId: number, place: string, column: string, mail?: string) => {
  const [cvr, companyId, name] = [sql.ref(`${place}.cvr`), sql.ref(`${place}.companyId`), sql.ref(column)]
  const byMail = mail ? sql`lower(${sql.ref(mail)}) = lower(he.email)` : sql`false`
  return sql<SqlBool>`exists (
    select from company_person_now he
    where he.centre_id = (select app_centre()) and he.id = ${companyPersonId} and (he.cvr = ${cvr} or he.company_id = ${companyId})
      and (${byMail} or lower(btrim(${name})) = lower(btrim(he.name)) or (
        ${isPartOfName(name, sql`he.name`)} and not exists (
          select from company_person_now other
          where other.centre_id = he.centre_id and other.cvr = he.cvr and other.id <> he.id and ${isPartOfName(name, sql`other.name`)}))))`
}
