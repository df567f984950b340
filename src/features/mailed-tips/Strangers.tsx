import { Button } from '@mantine/core'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { refuseMailedTips, reopenMailedTips } from './mailed-tips.schema.ts'
import type { MailedTip } from './MailedTipList.tsx'

const saysAside = (count: number) =>
  count === 1 ? m.mailed_tips_said_refused_some_one() : m.mailed_tips_said_refused_some({ count })

/** Those of strangers that are listed are put away together: what has come since stays. */
export const Strangers = ({ mails, close }: { mails: readonly MailedTip[]; close: () => void }) => {
  const ids = mails.filter(({ partner, settledAt }) => partner === null && settledAt === null).map(({ id }) => id)
  const refuse = useAct(refuseMailedTips, {
    says: ({ ids: settled }) => saysAside(settled.length),
    undo: ({ ids: settled }) => () => call(reopenMailedTips, { body: { ids: settled } }),
    onDone: close,
  })
  if (ids.length === 0) return null
  return (
    <Button className="mailed-tips-strangers" loading={refuse.running} onClick={() => void refuse.run({ body: { ids } })}>
      {ids.length === 1 ? m.mailed_tips_refuse_strangers_one() : m.mailed_tips_refuse_strangers({ count: ids.length })}
    </Button>
  )
}
