/** What somebody would write for a coordinator's first page, knowing that only promises and reports wait: two statements, each by its index. */
import type pg from 'pg'
import { serveBare } from './bare-server.ts'

const [url = '', centre = ''] = process.argv.slice(2)
const owed = `
  select p.id, p.company_id, c.name as company, p.what, p.due_on, o.name as who, s.name as school
  from promise p
  join company c on c.id = p.company_id
  join person o on o.id = p.owner_id
  left join membership m on m.centre_id = p.centre_id and m.person_id = p.owner_id
  left join school s on s.centre_id = m.centre_id and s.id = m.school_id`
const open = `p.centre_id = $1 and p.kept_at is null and p.dropped_at is null`
const overdue = `${owed} where ${open} and p.due_on < current_date order by p.due_on, p.id limit 50`
const done = `
  select e.subject, e.verb, e.company_id, c.name as company, o.name as who, e.after->>'what' as what
  from event e join company c on c.id = e.company_id join person o on o.id = e.person_id
  where e.centre_id = $1 and e.at >= current_date - 3 and e.verb in ('kept', 'reported', 'promised')
    and not exists (select from event l where l.centre_id = e.centre_id and l.subject = e.subject and l.subject_id = e.subject_id
      and l.id > e.id and l.verb = 'keeping-undone')
  order by e.at desc, e.id desc limit 6`

serveBare(url, Number(centre), async (client: pg.ClientBase) => {
  const [late, lately] = await Promise.all(
    [overdue, done].map((text) => client.query({ name: text.slice(-40), text, values: [Number(centre)] })),
  )
  return { rows: late?.rows, done: lately?.rows }
})
