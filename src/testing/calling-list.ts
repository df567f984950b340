import type { openWorld } from '#testing/world'

type World = Awaited<ReturnType<typeof openWorld>>

/** A drawn list of these companies whose hearing is over, so that it may be called. Only for tests. */
export const callingList = async (
  world: World,
  companies: readonly { id: number; cvr: string }[],
  { ended = true } = {},
): Promise<number> => {
  const values = [world.centreId, world.people.birgit.id]
  const [list] = await world.sql<{ id: number }>(
    "insert into contact_list (centre_id, name, criteria, made_by, made_at) values ($1, 'Lager og transport', '{}', $2, '2026-09-01') returning id",
    values,
  )
  const id = list?.id ?? 0
  await world.sql(
    "insert into draw (centre_id, list_id, rule, drawn_by, drawn_at) values ($1, $3, '{}', $2, '2026-09-01')",
    [...values, id],
  )
  for (const [position, company] of companies.entries())
    await world.sql(
      "insert into list_company (centre_id, list_id, company_id, cvr, included, reason, position) values ($1, $2, $3, $4, true, 'fits', $5)",
      [world.centreId, id, company.id, company.cvr, position + 1],
    )
  await world.sql(
    "insert into hearing (centre_id, list_id, started_by, started_at, deadline, silence, ended_at) values ($1, $3, $2, '2026-09-01', '2026-09-08', 'goes-on', $4)",
    [...values, id, ended ? '2026-09-08' : null],
  )
  await world.sql(
    'insert into list_hearing (centre_id, list_id, hearing_id, sent_by, sent_at, deadline, ended_at) select centre_id, list_id, id, started_by, started_at, deadline, ended_at from hearing where list_id = $1',
    [id],
  )
  if (ended)
    await world.sql(
      "insert into list_opening (centre_id, list_id, opened_at, why) values ($1, $2, '2026-09-08', 'deadline')",
      [world.centreId, id],
    )
  return id
}
