import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { refuseMailedTips, reopenMailedTips } from './mailed-tips.schema.ts'
import type { MailedTip } from './MailedTipList.tsx'

const saysAside = (count: number) =>
  count === 1 ? m.mailed_tips_said_refused() : m.mailed_tips_said_refused_some({ count })

/** Where several strangers wait, those that are listed are put away together: what has come since stays. */
export const Strangers = ({ mails, close }: { mails: readonly MailedTip[]; close: () => void }) => {
  const ids = mails.filter(({ partner, settledAt }) => partner === null && settledAt === null).map(({ id }) => id)
  const refuse = useAct(refuseMailedTips, {
    says: ({ ids: settled }) => saysAside(settled.length),
    undo:
      ({ ids: settled }) =>
      () =>
        call(reopenMailedTips, { body: { ids: settled } }),
    onDone: close,
  })
  if (ids.length < 2) return null
  return (
    <button
      type="button"
      className="tov-text-button"
      onClick={() => !refuse.running && void refuse.run({ body: { ids } })}
    >
      {m.mailed_tips_refuse_strangers({ count: ids.length })}
    </button>
  )
}
