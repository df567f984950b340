/** Front door of the feature: the centre itself, its rules, first run, tokens and outbox. */
import type { Asker, Ctx } from '#platform/context'
import { personOf } from '#platform/context'
import { readCursor, writeCursor } from '#platform/cursor'
import type { Database } from '#platform/db/open'
import type { z } from '#platform/endpoint'
import { problem } from '#platform/errors'
import { record } from '#platform/events'
import type { Download, Visitor } from '#platform/http/serve'
import { hasMailServer } from '#platform/mail/outbox'
import { beginSession } from './access.ts'
import type { Front } from './access.schema.ts'
import type { Mail, Rules, Token } from './centre.schema.ts'
import { addMember } from './members.ts'
import { hashPassword, makeSecret } from './password.ts'
import type { Role } from './roles.ts'

export { addMember, addSchool, listMembers, listSchools } from './members.ts'

/** Numbers of the centres in this database, oldest first. */
export const centreIds = async (database: Database): Promise<number[]> =>
  (await database.pool.query<{ id: number }>('select unsafe_centre_ids() as id')).rows.map(({ id }) => id)

/** Who acts for the house itself in a centre: first run, seeds, commands. */
export const system = (centreId: number, source: Asker['source'] = 'command'): Asker => ({
  centreId,
  personId: null,
  schoolId: null,
  role: 'system',
  source,
  language: 'da',
})

/** Makes a centre with its rules. Returns its number. */
export const makeCentre = async (database: Database, name: string, demo: boolean): Promise<number> => {
  const { rows } = await database.pool.query<{ id: number }>('select unsafe_make_centre($1, $2, $3) as id', [
    name,
    demo,
    database.clock().toString(),
  ])
  const id = rows[0]?.id ?? 0
  await database.in(system(id), (ctx) => ctx.db.insertInto('rules').values({ centreId: id }).execute())
  return id
}

/** First run: the centre and its administrator, once. */
export const setUpCentre = async (
  visitor: Visitor,
  given: { centreName: string; name: string; email: string; password: string },
) => {
  if ((await centreIds(visitor.database)).length > 0) throw problem('already-set-up')
  const passwordHash = await hashPassword(given.password)
  const centreId = await makeCentre(visitor.database, given.centreName, false)
  // Two first runs at the same moment: the one that made the first centre goes on, the other is told.
  if ((await centreIds(visitor.database))[0] !== centreId) throw problem('already-set-up')
  const { personId } = await visitor.database.in(system(centreId, 'web'), (ctx) =>
    addMember(ctx, {
      name: given.name,
      email: given.email,
      role: 'administrator',
      passwordHash,
      language: visitor.language,
    }),
  )
  return beginSession(visitor, personId, centreId)
}

const roleOrder: readonly Role[] = [
  'coordinator',
  'consultant',
  'caller',
  'leader',
  'employee',
  'council',
  'teacher',
  'partner',
  'administrator',
]

export const showFront = async (visitor: Visitor): Promise<z.infer<typeof Front>> => {
  const [centreId] = await centreIds(visitor.database)
  if (centreId === undefined) return { state: 'first-run', centreName: null, demoPeople: [] }
  return visitor.database.in(system(centreId, 'web'), async (ctx) => {
    const { name } = await ctx.db
      .selectFrom('centre')
      .select('name')
      .where('id', '=', centreId)
      .executeTakeFirstOrThrow()
    if (!visitor.demo) return { state: 'ready' as const, centreName: name, demoPeople: [] }
    const people = await ctx.db
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .leftJoin('school as s', (join) => join.onRef('s.centreId', '=', 'm.centreId').onRef('s.id', '=', 'm.schoolId'))
      .select(['p.email', 'p.name', 'm.role', 's.name as school'])
      .where('m.centreId', '=', centreId)
      .where('m.leftAt', 'is', null)
      .orderBy('m.id')
      .execute()
    const demoPeople = people
      .map((person) => ({ ...person, role: person.role as Role }))
      .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
    return { state: 'demo' as const, centreName: name, demoPeople }
  })
}

type RulesRow = z.infer<typeof Rules>
export const showRules = async (ctx: Ctx): Promise<RulesRow> => {
  const { centreId: _, ...rules } = await ctx.db
    .selectFrom('rules')
    .selectAll()
    .where('centreId', '=', ctx.centreId)
    .executeTakeFirstOrThrow()
  return rules as RulesRow
}

/** New rules hold for what happens from now on; waits and hearings that run keep theirs. */
export const changeRules = async (ctx: Ctx, wanted: RulesRow): Promise<RulesRow> => {
  const before = await showRules(ctx)
  await ctx.db.updateTable('rules').set(wanted).where('centreId', '=', ctx.centreId).execute()
  await record(ctx, { verb: 'changed', subject: 'rules', before, after: wanted, topics: ['rules'] })
  return wanted
}

export const listTokens = async (ctx: Ctx): Promise<{ rows: z.infer<typeof Token>[] }> => ({
  rows: await ctx.db
    .selectFrom('token')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('personId', '=', ctx.personId)
    .where('centreId', '=', ctx.centreId)
    .where('revokedAt', 'is', null)
    .orderBy('id')
    .execute(),
})

/** Makes an API token for who asks; its text is given once and stored only as a hash. */
export const makeToken = async (ctx: Ctx, name: string): Promise<{ id: number; token: string }> => {
  const { secret, hash } = makeSecret()
  const { id } = await ctx.db
    .insertInto('token')
    .values({ hash, personId: personOf(ctx), centreId: ctx.centreId, name, createdAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(ctx, {
    verb: 'made',
    subject: 'token',
    subjectId: id,
    visibility: 'personal',
    after: { name },
    topics: ['tokens'],
  })
  return { id, token: secret }
}

export const revokeToken = async (ctx: Ctx, id: number) => {
  const done = await ctx.db
    .updateTable('token')
    .set({ revokedAt: ctx.at })
    .where('id', '=', id)
    .where('personId', '=', ctx.personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw problem('not-found')
  await record(ctx, { verb: 'revoked', subject: 'token', subjectId: id, visibility: 'personal', topics: ['tokens'] })
  return {}
}

/** The file that went with a mail, as it was sent. Throws not-found. */
export const showMailAttachment = async (ctx: Ctx, id: number): Promise<Download> => {
  const mail = await ctx.db
    .selectFrom('outbox')
    .select(['attachmentName', 'attachmentType', 'attachment'])
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail || mail.attachment === null) throw problem('not-found')
  const { attachmentName, attachmentType, attachment } = mail
  return { download: { name: attachmentName ?? 'fil', type: attachmentType ?? 'text/plain', body: attachment } }
}

/** The outbox, newest first. */
export const listMails = async (
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ rows: z.infer<typeof Mail>[]; next: string | null; smtp: boolean }> => {
  const before = readCursor(cursor, 1)?.[0]
  const rows = await ctx.db
    .selectFrom('outbox')
    .select([
      'id',
      'recipient as to',
      'subject',
      'body',
      'attachmentName as attachment',
      'createdAt',
      'sentAt',
      'failed',
    ])
    .where('centreId', '=', ctx.centreId)
    .$if(before !== undefined, (query) => query.where('id', '<', Number(before)))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last ? writeCursor([last.id]) : null, smtp: hasMailServer() }
}
