import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { LetterList } from '#web/parts/Letters.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { listMailedTips } from './mailed-tips.schema.ts'
import { Strangers } from './Strangers.tsx'

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

type Props = { mails: readonly MailedTip[]; chosen: number; open: (id: number | undefined) => void; settled: boolean }
export const MailedTipList = ({ mails, chosen, open, settled }: Props) => (
  <LetterList
    label={settled ? m.mailed_tips_settled_list() : m.mailed_tips_waits_list()}
    letters={mails.map((mail) => ({
      ...{ id: mail.id, who: sentBy(mail), at: mail.cameAt, about: mail.subject || m.mailed_tips_no_subject() },
      tag: <State mail={mail} />,
    }))}
    chosen={chosen}
    open={open}
    after={<Strangers mails={mails} close={() => open(undefined)} />}
  />
)
