import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of a test file's own: a copy of the migrated template, or of another, dropped at the end. */
export const freshDatabase = async (template?: string) => {
  const server = inject('server')
  const name = `tov_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client(server.superuser)
  await admin.connect()
  // Two copies of one template at once are refused by PostgreSQL 15: they wait for each other here.
  await admin.query('select pg_advisory_lock(42)')
  // As files: twice as fast as page by page through the log.
  await admin.query(
    `create database ${name} template ${template ?? server.template} owner tovholder_owner strategy file_copy`,
  )
  await admin.query('select pg_advisory_unlock(42)')
  const url = (user: string) => `postgresql://${user}@/${name}?host=${encodeURIComponent(server.socket)}`
  const superuser = new pg.Client(server.superuser.replace(/\/(postgres|tovholder)\?/, `/${name}?`))
  await superuser.connect()
  const drop = async () => {
    await superuser.end()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
  return { ownerUrl: url('tovholder_owner'), appUrl: url('tovholder_app'), superuser, drop, version: server.version }
}

/** An empty database, as somebody would make it for DATABASE_URL: not even migrated. */
export const emptyDatabase = async () => {
  const server = inject('server')
  const name = `tov_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client(server.superuser)
  await admin.connect()
  await admin.query(`create database ${name} owner tovholder_owner template template0 encoding 'UTF8'`)
  const superuser = new pg.Client(server.superuser.replace(/\/(postgres|tovholder)\?/, `/${name}?`))
  await superuser.connect()
  await superuser.query('alter schema public owner to tovholder_owner')
  const url = (user: string) => `postgresql://${user}@/${name}?host=${encodeURIComponent(server.socket)}`
  return {
    ownerUrl: url('tovholder_owner'),
    appUrl: url('tovholder_app'),
    sql: async <Row extends object>(text: string) => (await superuser.query<Row>(text)).rows,
    drop: async () => {
      await superuser.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
