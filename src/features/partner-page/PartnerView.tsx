import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { Card } from '#web/parts/Card.tsx'
import { Dialog } from '#web/parts/Dialog.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { TipByMail } from '../mailed-tips/TipByMail.tsx'
import { type FindTipped, GiveTip } from '../tips/GiveTip.tsx'
import { type SendTip, useTipsOnTheirWay } from '../tips/TipsOnTheirWay.tsx'
import type { showMyPartner } from './partner-page.schema.ts'
import { JointVisitsCard } from './JointVisitsCard.tsx'
import { PresenceCard } from './PresenceCard.tsx'
import { TipKnots } from './TipKnots.tsx'
import './partner-page.css'

type Seen = AnswerOf<typeof showMyPartner>
type Props = {
  seen: Seen & { partner: NonNullable<Seen['partner']> }
  whose: string
  sendTip: SendTip
  find: FindTipped
  onSent: () => void
  right?: ReactNode
  /** Who comes by a link asks nobody of us along, and sees no tip that was made of a mail. */
  signedIn?: boolean
}
/** A partner's page: how far its tips are, and a form beside them; on the phone the form opens from the foot. */
export const PartnerView = ({ seen, right, whose, sendTip, onSent, find, signedIn = false }: Props) => {
  // Held here, not by the form: that is gone once it is closed, and what waits must leave all the same.
  const byMail = <TipByMail mailTo={seen.mailTo} newOn={seen.mailToNewOn} standsHere={signedIn} />
  const giving = { way: useTipsOnTheirWay(whose, sendTip, onSent), find, byMail }
  const [open, setOpen] = useState(false)
  return (
    <PlainFrame
      name={seen.centre}
      right={right}
      title={m.partner_page_title()}
      subtitle={
        <>
          <b>{m.partner_page_for({ partner: seen.partner.name })}</b>. {m.partner_page_subtitle()}
        </>
      }
      aside={
        <div className="tov-only-desktop">
          <Card title={m.tips_form_title()}>
            <GiveTip {...giving} />
          </Card>
        </div>
      }
    >
      <Card padded={false}>
        {seen.tips.length === 0 ? (
          <p className="partner-page-none">{m.partner_page_empty()}</p>
        ) : (
          <ul className="partner-page-tips">
            {seen.tips.map((tip, n) => (
              <TipKnots key={`${tip.givenOn} ${seen.tips.length - n}`} tip={tip} />
            ))}
          </ul>
        )}
        {seen.older > 0 && (
          <p className="partner-page-none tov-dim">
            {m.partner_page_more({ count: seen.tips.length, left: seen.older })}
          </p>
        )}
      </Card>
      <PresenceCard presence={seen.presence} />
      {signedIn && <JointVisitsCard visits={seen.jointVisits} find={find} />}
      <div className="partner-page-foot tov-only-phone">
        <Button
          variant="filled"
          fullWidth
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {m.tips_form_title()}
        </Button>
      </div>
      {open && (
        <Dialog title={m.tips_form_title()} onClose={() => setOpen(false)}>
          <GiveTip {...giving} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </PlainFrame>
  )
}
