import * as m from '#texts'
import { signOut } from '../../features/sign-in/sign-in.schema.ts'
import { call } from '#web/data/api.ts'
import { dropCarried } from '#web/data/carried-answers.ts'
import { dropDrafts, leavesDrafts } from '#web/data/drafts.ts'

/** Signs out and leaves nothing behind on a shared computer: drafts too, after asking. */
export const signOutHere = async () => {
  // oxlint-disable-next-line no-alert -- the browser's own question holds even when the page is in a bad state
  if (leavesDrafts() && !window.confirm(m.web_sign_out_drafts())) return
  await call(signOut).catch(() => undefined)
  dropDrafts()
  await dropCarried()
  location.assign('/log-ind')
}
