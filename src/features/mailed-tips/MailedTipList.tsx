import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import type { AnswerOf } from '#platform/endpoint'
import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { LetterList } from '#web/parts/Letters.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { type listMailedTips, refuseStrangers, reopenMailedTips } from './mailed-tips.schema.ts'
import { daysKept } from '../incoming-mails/incoming-mails.schema.ts'

export type MailedTip = RowOf<typeof listMailedTips>

/** The partner it says it comes from. A name anyone can write: who is not known goes by the address. */
const sentBy = ({ partner, fromAddress }: MailedTip) => partner?.name ?? (fromAddress || m.incoming_mails_nobody())

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

type Waiting = AnswerOf<typeof listMailedTips>['strangers']
/** Where several strangers wait, all that waits of them is put away together, listed or not: what has come since stays. */
const Strangers = ({ strangers: { count, upTo }, close }: { strangers: Waiting; close: () => void }) => {
  const refuse = useAct(refuseStrangers, {
    says: ({ ids: settled }) => saysAside(settled.length),
    undo:
      ({ ids: settled }) =>
      () =>
        call(reopenMailedTips, { body: { ids: settled } }),
    onDone: close,
  })
  if (count < 2 || upTo === null) return null
  return (
    <button
      type="button"
      className="tov-text-button"
      onClick={() => !refuse.running && void refuse.run({ body: { upTo } })}
    >
      {m.mailed_tips_refuse_strangers({ count })}
    </button>
  )
}

type Props = {
  mails: readonly MailedTip[]
  strangers: Waiting
  chosen: number
  open: (id: number | undefined) => void
  settled: boolean
}
export const MailedTipList = ({ mails, strangers, chosen, open, settled }: Props) => (
  <LetterList
    label={settled ? m.mailed_tips_settled_list({ days: daysKept }) : m.mailed_tips_waits_list()}
    letters={mails.map((mail) => ({
      ...{ id: mail.id, who: sentBy(mail), at: mail.cameAt, about: mail.subject || m.incoming_mails_no_subject() },
      tag: <State mail={mail} />,
    }))}
    chosen={chosen}
    open={open}
    after={!settled && <Strangers strangers={strangers} close={() => open(undefined)} />}
  />
)
