import pg from 'pg'
import { useEmbedded } from '../platform/db/embedded/embedded.ts'

/** A meeting that was agreed for another day began an hour ago: nobody waits for that day in a journey. */
export const beginMeeting = async (dataDir: string, id: number) => {
  const embedded = await useEmbedded({ dataDir, lease: 'command' })
  const client = new pg.Client(embedded.ownerUrl)
  await client.connect()
  const back = `date_trunc('minute', clock_timestamp())`
  await client.query(
    `update booking set starts_at = ${back} - interval '1 hour', ends_at = ${back} - interval '1 minute' where id = $1`,
    [id],
  )
  await client.end()
  await embedded.release()
}
