import type { openWorld } from '#platform/testing/world'

type World = Awaited<ReturnType<typeof openWorld>>
/** How many companies of a list came so far; the first of them, in the order drawn. */
export type Story = {
  name: string
  drawnAt: string
  companies: { industry: string; employees: number | null; count: number }[]
  struck?: number
  called?: number
  answered?: number
  wants?: number
  meetings?: number
  visits?: number
  /** Promises made, one per company visited and then round again, of which `kept`. */
  promises?: number
  kept?: number
}

/** Writes a list and what came of it as rows: this test is about counting, the rules that make such rows have their own. */
export const tell = async (world: World, story: Story): Promise<number> => {
  const { centreId, people } = world
  const [soren, anne] = [people.soren.id, people.anne.id]
  const at = story.drawnAt
  const { id: list = 0 } =
    (
      await world.sql<{ id: number }>(
        `insert into contact_list (centre_id, name, criteria, made_by, made_at) values ($1, $2, '{}', $3, $4) returning id`,
        [centreId, story.name, people.birgit.id, at],
      )
    )[0] ?? {}
  await world.sql(`insert into draw (centre_id, list_id, rule, drawn_by, drawn_at) values ($1, $2, '{}', $3, $4)`, [
    centreId,
    list,
    people.birgit.id,
    at,
  ])
  const companies: { id: number; cvr: string }[] = []
  for (const { count, ...facts } of story.companies)
    for (let n = 0; n < count; n++) companies.push(await world.company(facts))
  for (const [position, { id, cvr }] of companies.entries()) {
    await world.sql(
      `insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position) values ($1, $2, $3, $4, true, 'fits', $5)`,
      [centreId, list, id, cvr, position],
    )
    const row = [centreId, list, id, cvr]
    if (position < (story.struck ?? 0))
      await world.sql(
        `insert into strike (centre_id, list_id, company_id, cvr, struck_at, until_on) values ($1, $2, $3, $4, $5, '2099-01-01')`,
        [...row, at],
      )
    if (position < (story.called ?? 0)) {
      const answer =
        position < (story.wants ?? 0)
          ? 'wants-contact'
          : position < (story.answered ?? 0)
            ? 'not-interested'
            : 'no-answer'
      await world.sql(
        `insert into call (centre_id, list_id, company_id, cvr, person_id, started_at, ended_at, answer) values ($1, $2, $3, $4, $5, $6, $6, $7)`,
        [...row, soren, at, answer],
      )
    }
    const hour = `timestamptz '2027-01-04 08:00Z' + make_interval(hours => ${position + list * 1000})`
    if (position < (story.meetings ?? 0))
      await world.sql(
        `insert into booking (centre_id, list_id, company_id, cvr, person_id, starts_at, ends_at, travel_minutes, busy, contact_name, booked_at, uid)
         values ($1, $2, $3, $4, $5, ${hour}, ${hour} + interval '30 min', 0, tstzrange(${hour}, ${hour} + interval '30 min'), 'Karen', $6, gen_random_uuid()::text)`,
        [...row, anne, at],
      )
    if (position < (story.visits ?? 0))
      await world.sql(
        `insert into visit (centre_id, list_id, company_id, cvr, person_id, visited_at, about, reported_at) values ($1, $2, $3, $4, $5, $6, 'x', $6)`,
        [...row, anne, at],
      )
  }
  for (let n = 0; n < (story.promises ?? 0); n++) {
    const { id, cvr } = companies[n % Math.max(1, story.visits ?? 1)] ?? { id: 0, cvr: '' }
    await world.sql(
      `insert into promise (centre_id, company_id, cvr, visit_id, what, owner_id, due_on, made_by, made_at, kept_at)
       select $1, $2, $3, max(v.id), 'x', $4, '2026-12-01', $4, $5, $6 from visit v where v.centre_id = $1 and v.cvr = $3`,
      [centreId, id, cvr, anne, at, n < (story.kept ?? 0) ? at : null],
    )
  }
  return list
}
