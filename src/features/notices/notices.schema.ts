import { endpoint, named, z } from '#platform/endpoint'
import { insiders } from '../centre/roles.ts'

/** What somebody asks of me at once and the rest in the morning, all of it in the morning, or nothing. */
export const choices = ['at-once', 'morning', 'never'] as const

export const MyNotices = named(
  'MyNotices',
  z.object({
    choice: z.enum(choices),
    /** Where they go. */
    email: z.string(),
    /** Nothing is sent: there is no mail server, or the address takes no mails. */
    held: z.nullable(z.enum(['no-server', 'refused'])),
  }),
)
export const showMyNotices = endpoint({
  name: 'showMyNotices',
  method: 'GET',
  path: '/api/my-notices',
  summary: 'How I am told by mail of what waits for me',
  can: insiders,
  answer: MyNotices,
})
export const changeMyNotices = endpoint({
  name: 'changeMyNotices',
  method: 'PUT',
  path: '/api/my-notices',
  summary: 'Choose how I am told by mail of what waits for me',
  can: insiders,
  body: z.object({ choice: z.enum(choices) }),
  answer: MyNotices,
})

const params = z.object({ token: z.string().check(z.maxLength(200)) })
export const showNoticeStop = endpoint({
  name: 'showNoticeStop',
  method: 'GET',
  path: '/api/notice-stops/{token}',
  summary: 'What the link at the foot of such a mail stops',
  can: 'public',
  params,
  answer: z.object({ centre: z.string() }),
  problems: ['link-revoked', 'too-many-tries'],
})
/** Mail programs press it too (RFC 8058): they send a form of their own, which is not looked at. */
export const stopNotices = endpoint({
  name: 'stopNotices',
  method: 'POST',
  path: '/api/notice-stops/{token}',
  summary: 'I want no more mails of what waits for me: by the link at their foot, and nothing else',
  can: 'public',
  params,
  answer: z.object({ centre: z.string() }),
  problems: ['link-revoked', 'too-many-tries'],
})
