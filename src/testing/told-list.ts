import type { openWorld } from '#testing/world'

type World = Awaited<ReturnType<typeof openWorld>>
type Reached = 'struck' | 'called' | 'answered' | 'wants' | 'meetings' | 'visits' | 'promises' | 'kept'
/** How many companies of a list came so far: the first ones, in the order drawn. Promises go round the companies visited. */
export type Story = {
  name: string
  drawnAt: string
  companies: { industry: string; employees: number | null; count: number }[]
} & { [reached in Reached]?: number }

type Company = { id: number; cvr: string }

const drawList = async (world: World, { name, drawnAt }: Story, companies: readonly Company[]) => {
  const birgit = world.people.birgit.id
  const [list] = await world.sql<{ id: number }>(
    `insert into contact_list (centre_id, name, criteria, made_by, made_at) values ($1, $2, '{}', $3, $4) returning id`,
    [world.centreId, name, birgit, drawnAt],
  )
  const id = list?.id ?? 0
  await world.sql(`insert into draw (centre_id, list_id, rule, drawn_by, drawn_at) values ($1, $2, '{}', $3, $4)`, [
    world.centreId,
    id,
    birgit,
    drawnAt,
  ])
  await world.sql(
    `insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position, municipality, industry, employees, company_employees)
     select $1, $2, c.id, c.cvr, true, 'fits', row_number() over (order by c.id), c.municipality, c.industry, coalesce(c.employees, c.employees_from), z.employees_from
     from company_place c left join company_size z on z.cvr = c.cvr where c.id = any($3)`,
    [world.centreId, id, companies.map((one) => one.id)],
  )
  await world.sql(
    `insert into list_hearing (centre_id, list_id, hearing_id, sent_by, sent_at, deadline, ended_at) values ($1, $2, $2, $3, $4, $4, $4)`,
    [world.centreId, id, birgit, drawnAt],
  )
  await world.sql(
    `insert into list_opening (centre_id, list_id, opened_by, opened_at, why) values ($1, $2, $3, $4, 'all-answered')`,
    [world.centreId, id, birgit, drawnAt],
  )
  return id
}

const answerOf = (story: Story, at: number) => {
  if (at < (story.wants ?? 0)) return 'wants-contact'
  return at < (story.answered ?? 0) ? 'not-interested' : 'no-answer'
}

/** What happened to one company, as rows; `place` is its place in the list. */
const follow = async (world: World, story: Story, list: number, company: Company, place: number) => {
  const row = [world.centreId, list, company.id, company.cvr, story.drawnAt]
  const { soren, anne } = world.people
  const cameTo = (stage: Reached) => place < (story[stage] ?? 0)
  if (cameTo('struck'))
    await world.sql(
      `update list_company set sorted_out_until = '2099-01-01' where centre_id = $1 and list_id = $2 and company_id = $3`,
      row.slice(0, 3),
    )
  if (cameTo('called'))
    await world.sql(
      `insert into call (centre_id, list_id, company_id, cvr, started_at, ended_at, person_id, answer)
       values ($1, $2, $3, $4, $5, $5, $6, $7)`,
      [...row, soren.id, answerOf(story, place)],
    )
  if (cameTo('meetings'))
    await world.sql(
      `insert into booking (centre_id, list_id, company_id, cvr, booked_at, starts_at, ends_at, contact_name, uid)
       select $1, $2, $3, $4, $5, t, t + interval '30 min', 'Karen', gen_random_uuid()::text
       from (select timestamptz '2027-01-04 08:00Z' + make_interval(hours => $6) as t) as times`,
      [...row, list * 1000 + place],
    )
  if (cameTo('visits'))
    await world.sql(
      `insert into visit (centre_id, list_id, company_id, cvr, visited_at, reported_at, person_id, about) values ($1, $2, $3, $4, $5, $5, $6, 'x')`,
      [...row, anne.id],
    )
}

const promise = (world: World, story: Story, company: Company, nth: number) =>
  world.sql(
    `insert into promise (centre_id, company_id, cvr, origin_kind, origin_id, what, owner_id, due_on, made_by, made_at, kept_at)
     select $1, $2, $3, case when max(v.id) is not null then 'visit' end, max(v.id), 'x', $4, '2026-12-01', $4, $5, $6 from visit v where v.centre_id = $1 and v.cvr = $3`,
    [
      world.centreId,
      company.id,
      company.cvr,
      world.people.anne.id,
      story.drawnAt,
      nth < (story.kept ?? 0) ? story.drawnAt : null,
    ],
  )

/** Writes a list and what came of it as rows: these tests are about counting, the rules that make such rows have their own. */
export const tell = async (world: World, story: Story): Promise<number> => {
  const companies: Company[] = []
  for (const { count, ...facts } of story.companies)
    for (let n = 0; n < count; n++) companies.push(await world.company(facts))
  const list = await drawList(world, story, companies)
  for (const [place, company] of companies.entries()) await follow(world, story, list, company, place)
  const visited = companies.slice(0, story.visits ?? 0)
  for (let nth = 0; nth < (story.promises ?? 0); nth++) {
    const company = visited[nth % visited.length]
    if (company) await promise(world, story, company, nth)
  }
  return list
}
