/** The least a server can do: Node's own http, pg, a transaction, named statements, JSON. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

/** Answers each request with what `answer` asks within a transaction of the centre; tells its port to who forked it. */
export const serveBare = (
  url: string,
  centre: number,
  answer: (client: pg.ClientBase, query: URLSearchParams) => Promise<unknown>,
) => {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => process.exit(0))
  const answered = async (query: URLSearchParams) => {
    const client = await pool.connect()
    try {
      await client.query(
        `begin; select set_config('app.centre', '${centre}', true), set_config('app.now', '2026-11-23T09:00Z', true)`,
      )
      const found = await answer(client, query)
      await client.query('commit')
      return found
    } finally {
      client.release()
    }
  }
  const server = createServer((request, out) => {
    void answered(new URL(request.url ?? '/', 'http://floor').searchParams).then(
      (found) => out.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
      (error: Error) => out.writeHead(500).end(error.message),
    )
  }).listen(0, () => process.send?.({ port: (server.address() as AddressInfo).port }))
}
