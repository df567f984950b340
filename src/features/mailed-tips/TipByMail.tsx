import * as m from '#texts'
import { CopyLine } from '#web/parts/CopyLine.tsx'
import './mailed-tips.css'

/** Where a tip can be written to in a mail; null: nowhere, and that is said. `standsHere`: what is made of a mail stands on this page. */
export const TipByMail = ({ mailTo, standsHere }: { mailTo: string | null; standsHere: boolean }) =>
  mailTo === null ? (
    <p className="tov-dim">{m.mailed_tips_not_here()}</p>
  ) : (
    <div className="mailed-tips-write-to">
      <p className="tov-dim">{standsHere ? m.mailed_tips_write_to() : m.mailed_tips_write_to_by_link()}</p>
      <CopyLine text={mailTo} copy={m.mailed_tips_copy()} copied={m.mailed_tips_copied()} />
    </div>
  )
