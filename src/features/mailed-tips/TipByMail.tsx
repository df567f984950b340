import * as m from '#texts'
import { saysDate } from '#web/parts/dates.ts'
import { CopyLine } from '#web/parts/CopyLine.tsx'
import './mailed-tips.css'

type Props = { mailTo: string | null; newOn: string | null; standsHere: boolean }
/** Where a tip can be written to in a mail; null: nowhere, and that is said. `newOn`: it is another since that day. `standsHere`: what is made of a mail stands on this page. */
export const TipByMail = ({ mailTo, newOn, standsHere }: Props) =>
  mailTo === null ? (
    <p className="tov-dim">{m.mailed_tips_not_here()}</p>
  ) : (
    <div className="mailed-tips-write-to">
      <p className="tov-dim">{standsHere ? m.mailed_tips_write_to() : m.mailed_tips_write_to_by_link()}</p>
      {newOn !== null && <p>{m.mailed_tips_new_since({ day: saysDate(newOn) })}</p>}
      <CopyLine text={mailTo} copy={m.mailed_tips_copy()} copied={m.mailed_tips_copied()} />
    </div>
  )
