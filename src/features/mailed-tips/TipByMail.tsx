import * as m from '#texts'
import { CopyLine } from '#web/parts/CopyLine.tsx'
import './mailed-tips.css'

/** Where a tip can be written to in a mail; null: nowhere, and that is said. */
export const TipByMail = ({ mailTo }: { mailTo: string | null }) =>
  mailTo === null ? (
    <p className="tov-dim">{m.mailed_tips_not_here()}</p>
  ) : (
    <div className="mailed-tips-write-to">
      <p className="tov-dim">{m.mailed_tips_write_to()}</p>
      <CopyLine text={mailTo} copy={m.mailed_tips_copy()} copied={m.mailed_tips_copied()} />
    </div>
  )
