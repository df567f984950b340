import { Email, endpoint, Id, Moment, Nothing, z } from '#platform/endpoint'
import { keepers } from '../centre/roles.ts'
import { Password } from '../sign-in/sign-in.schema.ts'

// ---- One's own: only in a browser that is signed in; its cookie says who --------------------------------------------
export const listMySessions = endpoint({
  name: 'listMySessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Browsers where I am signed in, this one among them',
  can: 'public',
  answer: z.object({ rows: z.array(z.object({ createdAt: Moment, lastSeenAt: Moment, mine: z.boolean() })) }),
  problems: ['not-signed-in'],
})
export const endOtherSessions = endpoint({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/sessions/others',
  summary: 'Sign out everywhere but here',
  can: 'public',
  answer: z.object({ ended: z.int() }),
  problems: ['not-signed-in'],
})
export const changePassword = endpoint({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Choose another password; the old one is asked, and every other browser is signed out',
  can: 'public',
  body: z.object({ old: z.string().check(z.maxLength(200)), password: Password }),
  answer: z.object({ ended: z.int() }),
  problems: ['not-signed-in', 'wrong-password', 'too-many-tries', 'too-many-at-once'],
})
export const proveAgain = endpoint({
  name: 'proveAgain',
  method: 'POST',
  path: '/api/sessions/mine/proofs',
  summary: 'It is still me: the password once more, in this browser',
  can: 'public',
  body: z.object({ password: z.string().check(z.maxLength(200)) }),
  answer: Nothing,
  problems: ['not-signed-in', 'wrong-password', 'too-many-tries', 'too-many-at-once'],
})

// ---- A forgotten password -------------------------------------------------------------------------------------------
export const forgetPassword = endpoint({
  name: 'forgetPassword',
  method: 'POST',
  path: '/api/password-links',
  summary: 'Send a link to whoever has this address, if anybody has; the answer does not say',
  can: 'public',
  status: 202,
  body: z.object({ email: Email }),
  /** `mailed`: whether mails are sent from here at all; where not, an administrator hands a link over. */
  answer: z.object({ mailed: z.boolean() }),
  problems: ['too-many-mails'],
})
export const makePasswordLink = endpoint({
  name: 'makePasswordLink',
  method: 'POST',
  path: '/api/members/{id}/password-links',
  summary: 'A link to hand over to who has forgotten the password; it is shown once',
  can: keepers,
  inPerson: true,
  proof: true,
  status: 201,
  params: z.object({ id: Id }),
  answer: z.object({ name: z.string(), url: z.string(), expiresAt: Moment }),
  problems: ['too-many-mails'],
})
const ByToken = z.object({ token: z.string() })
export const showPasswordLink = endpoint({
  name: 'showPasswordLink',
  method: 'GET',
  path: '/api/password-links/{token}',
  summary: 'Whose password the link changes',
  can: 'public',
  params: ByToken,
  answer: z.object({ name: z.string(), email: z.string(), centre: z.string() }),
  problems: ['password-link-over'],
})
export const choosePassword = endpoint({
  name: 'choosePassword',
  method: 'POST',
  path: '/api/password-links/{token}/passwords',
  summary: 'Choose a new password, once; every browser is signed out',
  can: 'public',
  params: ByToken,
  body: z.object({ password: Password }),
  answer: Nothing,
  problems: ['password-link-over'],
})
