/** The least a server can do to keep a promise's row and its event: Node's own http, pg, one named statement, JSON. Nobody is asked who he is. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import pg from 'pg'

const [url = '', centre = '', person = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 10 })
const text = `
  with made as (
    insert into promise (centre_id, company_id, cvr, what, owner_id, due_on, made_by, made_at)
    select $1, c.id, c.cvr, $3, $4, $5, $6, now() from company_place c where c.id = $2 returning *),
  told as (
    insert into event (centre_id, at, person_id, source, verb, subject, subject_id, cvr, company_id, visibility, after)
    select centre_id, now(), made_by, 'web', 'promised', 'promise', id, cvr, company_id, 'centre', jsonb_build_object('what', what) from made)
  select made.*, c.name as company from made join company_place c on c.id = made.company_id`

type Form = { companyId: number; what: string; ownerId: number; dueOn: string }
const server = createServer((request, out) => {
  const keep = async () => {
    const form = (await json(request)) as Form
    const values = [Number(centre), form.companyId, form.what, form.ownerId, form.dueOn, Number(person)]
    return (await pool.query({ name: 'keep', text, values })).rows[0] as object
  }
  keep().then(
    (kept) => out.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(kept)),
    (error: Error) => out.writeHead(500).end(error.message),
  )
}).listen(0, () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
