import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { LetterList } from '#web/parts/Letters.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { type listMailedTips, refuseMailedTips, reopenMailedTips } from './mailed-tips.schema.ts'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'

export type MailedTip = RowOf<typeof listMailedTips>

/** The partner it says it comes from. A name anyone can write: who is not known goes by the address. */
const sentBy = ({ partner, fromAddress }: MailedTip) => partner?.name ?? (fromAddress || m.mailed_tips_nobody())

const saysState = ({ tipId, laidAside, settledAt, oldAddress }: MailedTip) => {
  if (settledAt === null) return oldAddress ? m.mailed_tips_old() : null
  if (tipId !== null) return m.mailed_tips_is_tip()
  return laidAside ? m.mailed_tips_is_aside() : m.mailed_tips_is_none()
}
const State = ({ mail }: { mail: MailedTip }) => {
  const says = saysState(mail)
  return says && <StateTag>{says}</StateTag>
}

const saysAside = (count: number) =>
  count === 1 ? m.mailed_tips_said_refused() : m.mailed_tips_said_refused_some({ count })

/** Where several strangers wait, those that are listed are put away together: what has come since stays. */
const Strangers = ({ mails, close }: { mails: readonly MailedTip[]; close: () => void }) => {
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

type Props = { mails: readonly MailedTip[]; chosen: number; open: (id: number | undefined) => void; settled: boolean }
export const MailedTipList = ({ mails, chosen, open, settled }: Props) => (
  <LetterList
    label={settled ? m.mailed_tips_settled_list({ days: daysKept }) : m.mailed_tips_waits_list()}
    letters={mails.map((mail) => ({
      ...{ id: mail.id, who: sentBy(mail), at: mail.cameAt, about: mail.subject || m.mailed_tips_no_subject() },
      tag: <State mail={mail} />,
    }))}
    chosen={chosen}
    open={open}
    after={<Strangers mails={mails} close={() => open(undefined)} />}
  />
)
