/** Statements on campaigns. */
import { sql } from 'kysely'
import { type Ctx, personOf } from '#platform/context'
import { answers } from '../may-contact/answers.schema.ts'
import { isTalk } from '../may-contact/may-contact.ts'
import type { CallLanguage } from '../call-centres/languages.schema.ts'
import type { MeetingForm } from '../diaries/diaries.schema.ts'
import type { Criteria } from '../lists/criteria.schema.ts'
import type { employeeGroups, targets } from '../contact-models/models.schema.ts'
import type { callingModels, Mix } from '../contact-models/models.shared.ts'
import { atATime } from './asking.schema.ts'

type Target = (typeof targets)[number]
type CallingModel = (typeof callingModels)[number]
type State = 'draft' | 'running' | 'ended'

const onLists = sql<number>`(select count(*)::int from campaign_list x join listed_company l on l.centre_id = x.centre_id and l.list_id = x.list_id
  where x.centre_id = c.centre_id and x.campaign_id = c.id)`

export const pageOfCampaigns = (
  ctx: Ctx,
  { before, limit, state }: { before: number | undefined; limit: number; state: State | undefined },
) => {
  let rows = ctx.db
    .selectFrom('campaignNow as c')
    .where('c.centreId', '=', ctx.centreId)
    .select(['c.id', 'c.name', 'c.goal', 'c.fromOn', 'c.toOn', 'c.madeByName as madeBy', 'c.madeAt'])
    .select([sql<State>`c.state`.as('state'), sql<Target>`c.target`.as('target'), onLists.as('companies')])
  if (before !== undefined) rows = rows.where('c.id', '<', before)
  if (state) rows = rows.where('c.state', '=', state)
  return rows
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Somebody was spoken with in this call. */
const isTalkOf = (call: string) => sql`${sql.ref(`${call}.answer`)} = any(${answers.filter(isTalk)}::text[])`

export type Translation = { language: CallLanguage; body: string; ofScript: string }
const translations = sql<Translation[]>`coalesce((
  select json_agg(json_build_object('language', t.language, 'body', t.body, 'ofScript', t.of_script) order by t.language)
  from campaign_translation t where t.centre_id = c.centre_id and t.campaign_id = c.id), '[]')`
/** As it fits the script; one of a language. */
export const writeTranslation = (ctx: Ctx, campaignId: number, row: Translation) => {
  const said = { body: row.body, ofScript: row.ofScript, writtenBy: ctx.personId, writtenAt: ctx.at }
  return ctx.db
    .insertInto('campaignTranslation')
    .values({ ...said, centreId: ctx.centreId, campaignId, language: row.language })
    .onConflict((there) => there.columns(['centreId', 'campaignId', 'language']).doUpdateSet(said))
    .execute()
}
export const dropTranslation = (ctx: Ctx, campaignId: number, language: CallLanguage) =>
  ctx.db
    .deleteFrom('campaignTranslation')
    .where('centreId', '=', ctx.centreId)
    .where('campaignId', '=', campaignId)
    .where('language', '=', language)
    .execute()

const mixOf = sql<Mix>`json_build_object('own-consultants', c.own_consultants, 'partners', c.partners, 'call-centre', c.call_centre, 'networks', c.networks)`
export const campaignById = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('campaign as c')
    .innerJoin('campaignNow as n', (join) => join.onRef('n.centreId', '=', 'c.centreId').onRef('n.id', '=', 'c.id'))
    .leftJoin('personNamed as s', 's.id', 'c.settledBy')
    .where('c.centreId', '=', ctx.centreId)
    .where('c.id', '=', id)
    .select(['c.id', 'c.name', 'c.goalId', 'n.goal', 'c.why', 'c.script', 'c.fromOn', 'c.toOn', 'c.version'])
    .select([
      'n.madeByName as madeBy',
      'c.madeAt',
      'c.askedAt',
      'c.settledAt',
      's.name as settledBy',
      'c.endedAt',
      'c.criteria',
    ])
    .select([
      sql<State>`n.state`.as('state'),
      sql<Target>`c.target`.as('target'),
      sql<MeetingForm>`c.offer`.as('offer'),
      translations.as('translations'),
      sql<(typeof employeeGroups)[number][]>`c.employees`.as('employees'),
      mixOf.as('mix'),
      sql<Mix | null>`c.proposed`.as('proposed'),
      sql<boolean>`exists (select from campaign_answered a where a.centre_id = c.centre_id and a.campaign_id = c.id and a.person_id = ${ctx.personId})`.as(
        'answered',
      ),
    ])
    .executeTakeFirst()
export type CampaignRow = NonNullable<Awaited<ReturnType<typeof campaignById>>>

/** Locked, before anything of it is changed. */
export const lockCampaign = (ctx: Ctx, id: number) =>
  ctx.db
    .selectFrom('campaign')
    .where('centreId', '=', ctx.centreId)
    .where('id', '=', id)
    .select(['id', 'settledAt', 'endedAt', 'askedAt', 'version'])
    .forUpdate()
    .executeTakeFirst()

export type Form = {
  name: string
  goalId: number | null
  target: Target
  employees: readonly (typeof employeeGroups)[number][]
  criteria: Criteria
  mix: Mix
  why: string
  script: string
  offer: MeetingForm
  fromOn: string | null
  toOn: string | null
}
const columnsOf = ({ mix, criteria, employees, ...rest }: Form) => ({
  ...rest,
  employees: [...employees],
  criteria: JSON.stringify(criteria),
  ownConsultants: mix['own-consultants'],
  partners: mix.partners,
  callCentre: mix['call-centre'],
  networks: mix.networks,
})
export const insertCampaign = (ctx: Ctx, form: Form) =>
  ctx.db
    .insertInto('campaign')
    .values({ ...columnsOf(form), centreId: ctx.centreId, madeBy: personOf(ctx), madeAt: ctx.at })
    .returning('id')
    .executeTakeFirstOrThrow()

type Change = Partial<{
  askedAt: string
  askedBy: number
  settledAt: string
  settledBy: number
  proposed: string
  endedAt: string
  endedBy: number
  offer: MeetingForm
}>
const update = (ctx: Ctx, id: number) =>
  ctx.db.updateTable('campaign').where('centreId', '=', ctx.centreId).where('id', '=', id)
export const updateForm = (ctx: Ctx, id: number, form: Form) =>
  update(ctx, id)
    .set({ ...columnsOf(form), version: sql`version + 1` })
    .execute()
export const countUp = (ctx: Ctx, id: number) => update(ctx, id).set({ version: sql`version + 1` }).execute()
export const mark = (ctx: Ctx, id: number, change: Change) => update(ctx, id).set(change).execute()

export const insertList = (ctx: Ctx, row: { campaignId: number; listId: number; model: CallingModel }) =>
  ctx.db
    .insertInto('campaignList')
    .values({ ...row, centreId: ctx.centreId })
    .execute()

/** Its lists, from drawn to met. Each company counts once, whatever it was called. */
export const listsOf = async (ctx: Ctx, campaignId: number) => {
  const { rows } = await sql<{
    id: number
    name: string
    model: CallingModel
    form: MeetingForm
    state: 'draft' | 'drawn' | 'in-hearing' | 'calling' | 'closed'
    companies: number
    sortedOut: number | null
    called: number
    talked: number
    wants: number
    meetings: number
  }>`
    select n.id, n.name, x.model, n.state, coalesce(o.form, 'visit') as form, coalesce(l.companies, 0) as companies,
      case when n.state in ('calling', 'closed') and n.hearing_id is not null then coalesce(l.sorted, 0) end as "sortedOut",
      coalesce(k.called, 0) as called, coalesce(k.talked, 0) as talked, coalesce(k.wants, 0) as wants, coalesce(b.meetings, 0) as meetings
    from campaign_list x
    join list_now n on n.centre_id = x.centre_id and n.id = x.list_id
    left join list_offered o on o.centre_id = x.centre_id and o.list_id = x.list_id
    left join lateral (select count(*)::int as companies, count(*) filter (where sorted_out_until is not null)::int as sorted
      from listed_company where centre_id = x.centre_id and list_id = x.list_id) l on true
    left join lateral (select count(distinct company_id)::int as called, count(distinct company_id) filter (where ${isTalkOf('s')})::int as talked,
        count(distinct company_id) filter (where answer = 'wants-contact')::int as wants
      from standing_call s where centre_id = x.centre_id and list_id = x.list_id) k on true
    left join lateral (select count(distinct company_id)::int as meetings from booking_now where centre_id = x.centre_id and list_id = x.list_id) b on true
    where x.centre_id = ${ctx.centreId} and x.campaign_id = ${campaignId}
    order by x.list_id`.execute(ctx.db)
  return rows
}

/** False when this person has answered already. */
export const insertAnswered = async (ctx: Ctx, campaignId: number) =>
  (await ctx.db
    .insertInto('campaignAnswered')
    .values({ centreId: ctx.centreId, campaignId, personId: personOf(ctx) })
    .onConflict((same) => same.doNothing())
    .returning('personId')
    .executeTakeFirst()) !== undefined

type Answer = { question: 'wanted' | 'at-ease'; answer: 'overview' | 'trade' | 'yes' | 'no' }
export const countAnswer = (ctx: Ctx, campaignId: number, { question, answer }: Answer) =>
  sql`
  insert into campaign_answer (centre_id, campaign_id, question, answer, given) values (${ctx.centreId}, ${campaignId}, ${question}, ${answer}, 1)
  on conflict (centre_id, campaign_id, question, answer) do update set given = campaign_answer.given + 1`.execute(
    ctx.db,
  )
/** At each fifth answer what is shown follows what was given: no two figures differ by fewer than five people (algorithms.md, E, R6). */
export const showFifth = (ctx: Ctx, campaignId: number) =>
  sql`
  update campaign_answer a set shown = a.given where a.centre_id = ${ctx.centreId} and a.campaign_id = ${campaignId}
    and (select sum(given) from campaign_answer o where o.centre_id = a.centre_id and o.campaign_id = a.campaign_id and o.question = a.question) % ${atATime} = 0`.execute(
    ctx.db,
  )
export const answersShown = (ctx: Ctx, campaignId: number) =>
  ctx.db
    .selectFrom('campaignAnswer')
    .where('centreId', '=', ctx.centreId)
    .where('campaignId', '=', campaignId)
    .select(['question', 'answer', 'shown'])
    .execute()
