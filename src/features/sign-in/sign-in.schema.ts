import { Email, endpoint, named, Nothing, Words, z } from '#platform/endpoint'
import { Role } from '../centre/centre.schema.ts'
import { Me } from '../members/members.schema.ts'

/** At least ten characters: length is what makes a password strong (NIST SP 800-63B). What everybody tries first is refused beside it. */
export const shortestPassword = 10
export const Password = z.string().check(z.minLength(shortestPassword), z.maxLength(200))

export const Front = named(
  'Front',
  z.object({
    /** `first-run`: no centre yet; `demo`: one click signs in as any role. */
    state: z.enum(['first-run', 'ready', 'demo']),
    centreName: z.nullable(z.string()),
    demoPeople: z.array(z.object({ email: z.string(), name: z.string(), role: Role, school: z.nullable(z.string()) })),
  }),
)
export const showFront = endpoint({
  name: 'showFront',
  method: 'GET',
  path: '/api/front',
  summary: 'What the sign-in page shows',
  can: 'public',
  answer: Front,
})
export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/sessions',
  summary: 'Sign in',
  can: 'public',
  status: 201,
  body: z.object({ email: Email, password: z.string().check(z.maxLength(200)) }),
  answer: Me,
  problems: ['wrong-password', 'too-many-tries', 'too-many-at-once'],
})
export const signInDemo = endpoint({
  name: 'signInDemo',
  method: 'POST',
  path: '/api/demo-sessions',
  summary: 'Sign in as a person of the demo',
  can: 'public',
  status: 201,
  body: z.object({ email: Email }),
  answer: Me,
  problems: ['demo-only'],
})
export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/sessions/mine',
  summary: 'Sign out',
  can: 'public',
  answer: Nothing,
})
export const setUpCentre = endpoint({
  name: 'setUpCentre',
  method: 'POST',
  path: '/api/centres',
  summary: 'First run: make the centre and its administrator',
  can: 'public',
  status: 201,
  body: z.object({
    /** Printed where the product was started, as long as there is no centre. */
    word: Words(80),
    centreName: Words(120),
    name: Words(120),
    email: Email,
    password: Password,
  }),
  answer: Me,
  problems: ['already-set-up', 'wrong-word', 'too-many-tries', 'too-many-at-once'],
})
export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/{token}/acceptances',
  summary: 'Accept an invitation and choose a password',
  can: 'public',
  status: 201,
  params: z.object({ token: z.string() }),
  body: z.object({ name: Words(120), password: Password }),
  answer: Me,
  problems: ['invitation-used', 'wrong-password', 'too-many-tries', 'too-many-at-once'],
})
