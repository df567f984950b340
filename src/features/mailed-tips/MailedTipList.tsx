import type { RowOf } from '#web/data/answers.ts'
import * as m from '#texts'
import { saysNearShort, saysTime } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import type { listMailedTips } from './mailed-tips.schema.ts'

export type MailedTip = RowOf<typeof listMailedTips>

/** The partner it says it comes from. A name anyone can write: who is not known goes by the address. */
const sentBy = ({ partner, fromAddress }: MailedTip) => partner?.name ?? (fromAddress || m.mailed_tips_nobody())

const State = ({ mail }: { mail: MailedTip }) => {
  if (mail.settledAt === null) return null
  return <StateTag>{mail.tipId === null ? m.mailed_tips_is_none() : m.mailed_tips_is_tip()}</StateTag>
}

type Props = { mails: readonly MailedTip[]; chosen: number; open: (id: number) => void; settled: boolean }
export const MailedTipList = ({ mails, chosen, open, settled }: Props) => (
  <div className="tov-card mailed-tips-list">
    <ul aria-label={settled ? m.mailed_tips_settled_list() : m.mailed_tips_waits_list()}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <button type="button" aria-current={mail.id === chosen || undefined} onClick={() => open(mail.id)}>
            <span className="mailed-tips-top">
              <b>{sentBy(mail)}</b>
              <span>
                {saysNearShort(mail.cameAt)} {saysTime(mail.cameAt)}
              </span>
            </span>
            <span className="mailed-tips-top">
              <span>{mail.subject || m.mailed_tips_no_subject()}</span>
              <State mail={mail} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  </div>
)
