import type { HouseCtx } from '#platform/context'

const most = 20

/** Only the newest are kept: a house that starts again and again prints many. */
export const insertWord = async ({ db, at }: HouseCtx, hash: string) => {
  await db.insertInto('firstRunWord').values({ hash, madeAt: at }).execute()
  await db
    .deleteFrom('firstRunWord')
    .where('hash', 'not in', (eb) =>
      eb.selectFrom('firstRunWord').select('hash').orderBy('madeAt', 'desc').orderBy('hash').limit(most),
    )
    .where('hash', '!=', hash)
    .execute()
}

export const hasWord = async ({ db }: HouseCtx, hash: string): Promise<boolean> =>
  (await db.selectFrom('firstRunWord').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined

export const deleteWords = ({ db }: HouseCtx) => db.deleteFrom('firstRunWord').execute()
