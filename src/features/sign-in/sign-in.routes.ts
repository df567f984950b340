import { servePublic, type Visitor } from '#platform/http/serve'
import type { Asker } from '#platform/context'
import { showMe } from '../members/members.ts'
import { acceptInvitation } from './acceptance.ts'
import { setUpCentre } from './first-run.ts'
import * as contract from './sign-in.schema.ts'
import * as signIn from './sign-in.ts'

/** After any way of signing in: who I am. */
const asMe = async ({ database }: Visitor, signedIn: Promise<Asker>) => database.in(await signedIn, showMe)

export const signInRoutes = [
  servePublic(contract.showFront, (visitor) => signIn.showFront(visitor)),
  servePublic(contract.signIn, (visitor, { body }) =>
    asMe(visitor, signIn.signInWithPassword(visitor, body.email, body.password)),
  ),
  servePublic(contract.signInDemo, (visitor, { body }) => asMe(visitor, signIn.signInToDemo(visitor, body.email))),
  servePublic(contract.signOut, (visitor) => signIn.signOut(visitor)),
  servePublic(contract.setUpCentre, (visitor, { body }) => asMe(visitor, setUpCentre(visitor, body))),
  servePublic(contract.acceptInvitation, (visitor, { params, body }) =>
    asMe(visitor, acceptInvitation(visitor, params.token, body)),
  ),
]
