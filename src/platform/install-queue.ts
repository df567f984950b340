import pg from 'pg'
import { PgBoss } from 'pg-boss'

/** Installs or upgrades the queue's own schema, as the owner, and lets the application's role use it. */
export const installQueue = async (ownerUrl: string, appUrl: string): Promise<void> => {
  const client = new pg.Client(appUrl)
  await client.connect()
  const { rows } = await client
    .query<{ role: string }>('select quote_ident(current_user) as role')
    .finally(() => client.end())
  const role = rows[0]?.role ?? ''
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  // One statement list, one transaction: two starts at once would trip over each other's catalogue rows.
  await boss.getDb().executeSql(`
    begin; select pg_advisory_xact_lock(hashtext('tovholder grants'));
    grant usage on schema pgboss to ${role};
    grant select, insert, update, delete on all tables in schema pgboss to ${role};
    grant execute on all functions in schema pgboss to ${role};
    grant usage on all sequences in schema pgboss to ${role};
    commit`)
  await boss.stop({ graceful: false })
}
