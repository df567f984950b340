import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Go } from '#web/parts/Go.tsx'
import { listMailedTips } from './mailed-tips.schema.ts'

const saysWaiting = (count: number) => {
  if (count === 0) return m.mailed_tips_link_none()
  return count === 1 ? m.mailed_tips_link_one() : m.mailed_tips_link_many({ count })
}

/** The way to the mails from where tips are gone on with, for who reads them, where any come in. */
export const MailedTipsLink = () => {
  const may = useMay()(listMailedTips)
  const { data } = useAnswer(listMailedTips, { query: {} }, { when: may })
  if (!data || (!data.address.receives && data.rows.length === 0)) return null
  return (
    <p>
      <Go className="tov-link" to="/tip-i-mails">
        {saysWaiting(data.rows.length)}
      </Go>
    </p>
  )
}
