import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'

type Older = {
  /** Migrations before this number have been. */
  before: string
  /** What stood in it then, as SQL. */
  rows: string
  /** Those from there on whose number begins so carry it over. */
  carry: string
}

/** A database that was in use before some migrations, carried over by them. */
export const olderDatabase = async ({ before, rows, carry }: Older) => {
  const server = inject('server')
  const name = `older_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client(server.superuser)
  const database = new pg.Client(server.superuser.replace(/\/(postgres|tovholder)\?/, `/${name}?`))
  const run = async (wanted: (file: string) => boolean) => {
    for (const file of readdirSync('db/migrations').toSorted((a, b) => a.localeCompare(b)))
      if (wanted(file)) await database.query(readFileSync(`db/migrations/${file}`, 'utf8'))
  }
  await admin.connect()
  await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
  await database.connect()
  await database.query("set timezone = 'UTC'")
  await run((file) => file < before)
  await database.query(rows)
  await run((file) => file >= before && file.startsWith(carry))
  return {
    query: async <Row extends object>(text: string) => (await database.query<Row>(text)).rows,
    close: async () => {
      await database.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
