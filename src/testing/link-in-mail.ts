import pg from 'pg'
import { useEmbedded } from '../platform/db/embedded/embedded.ts'

/** As the company reads it: past the pages, from what is sent. */
export const linkInMail = async (dataDir: string, id: number) => {
  const embedded = await useEmbedded({ dataDir, lease: 'command' })
  const client = new pg.Client(embedded.ownerUrl)
  await client.connect()
  const { rows } = await client.query<{ body: string }>('select body from outbox where id = $1', [id])
  await client.end()
  await embedded.release()
  return /\/jeres-forloeb\/\S{40,}/.exec(rows[0]?.body ?? '')?.[0] ?? ''
}
