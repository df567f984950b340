/** Who sits at a browser proves it again, before what a stranger at an open browser must not do. */
import type { Visitor } from '#platform/http/serve'
import { aboutPerson } from '../members/members.ts'
import { inPerson, wrongPassword } from './my-access.ts'
import { markProved, passwordFits, tryInTurn } from '../sign-in/sign-in.ts'

/** For the next quarter of an hour this session has proved it. Throws wrong-password. */
export const proveAgain = async (visitor: Visitor, password: string): Promise<Record<string, never>> => {
  const { hash, asker } = await inPerson(visitor)
  const about = await visitor.database.read(asker, aboutPerson)
  await tryInTurn(
    visitor,
    { account: about.email, wrong: wrongPassword('password', visitor.language) },
    async () => (await passwordFits(password, about.passwordHash)) || undefined,
  )
  await visitor.database.beforeSignIn((ctx) => markProved(ctx, hash))
  return {}
}
