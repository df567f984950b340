import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { PersonPick } from '../company-people/PersonPick.tsx'
import { listCompanyLinks, revokeAllCompanyLinks, revokeCompanyLink, sendCompanyLink } from './links.schema.ts'
import './links.css'

/** To the company's own address, or to someone there who may be written to. */
const SendLink = ({ companyId }: { companyId: number }) => {
  const [waits, setWaits] = useState(false)
  const [whom, setWhom] = useState<number | null>(null)
  const send = useAct(sendCompanyLink, {
    onDone: (answer) => setWaits(answer.waits),
    says: ({ to, waits }) => (waits ? m.links_waits({ to }) : m.links_sent({ to })),
  })
  return (
    <>
      {waits && <p className="tov-dim">{m.links_waits_text()}</p>}
      <PersonPick
        companyId={companyId}
        label={m.links_to_whom()}
        other={m.links_to_company()}
        byMail
        value={whom}
        onChange={(person) => setWhom(person?.id ?? null)}
      />
      <Button onClick={() => void send.run({ body: { companyId, companyPersonId: whom } })}>{m.links_send()}</Button>
    </>
  )
}

const EndAll = ({ companyId }: { companyId: number }) => {
  const [asking, setAsking] = useState(false)
  const revoke = useAct(revokeAllCompanyLinks, { says: () => m.links_revoked() })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.links_revoke_all()}</Button>
      <Ask
        open={asking}
        title={m.links_revoke_all_title()}
        yes={m.links_revoke_all()}
        onClose={() => setAsking(false)}
        onYes={() => void revoke.run({ params: { companyId } })}
      >
        {m.links_revoke_all_text()}
      </Ask>
    </>
  )
}

/** The company's own page, for the company's card: links in use, a new one sent to it, what it sees there, and an end to a link that went astray. */
export const CompanyLinks = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listCompanyLinks, { query: { companyId, inUse: 'true' } })
  const [ending, setEnding] = useState<number>()
  const revoke = useAct(revokeCompanyLink, { says: () => m.links_revoked() })
  return (
    <Card title={m.links_links()}>
      <div className="links-card">
        <p className="tov-dim">{m.links_text()}</p>
        {data?.rows.map(({ id, madeAt, madeBy, lastOpenedAt, recipientName, recipientEmail, leftOn, endsAt }) => (
          <div key={id} className="links-one">
            <span>
              {m.links_made({ date: saysDate(madeAt), name: madeBy ?? 'Tovholder' })}
              <br />
              {recipientEmail && (
                <>
                  {m.links_to({ name: recipientName ?? '', email: recipientEmail })}
                  <br />
                </>
              )}
              {leftOn && <StateTag tone="galt">{m.links_left({ date: saysDate(leftOn) })}</StateTag>}
              <span className="tov-dim tov-small">
                {[
                  lastOpenedAt ? m.links_opened({ when: saysNearMoment(lastOpenedAt) }) : m.links_unopened(),
                  endsAt && m.links_ends({ date: saysDate(endsAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button
              onClick={() => setEnding(id)}
              aria-label={m.links_revoke_which({ date: saysDate(madeAt), name: madeBy ?? 'Tovholder' })}
            >
              {m.links_revoke()}
            </Button>
          </div>
        ))}
        {(data?.rows.length ?? 0) > 1 && <EndAll companyId={companyId} />}
        <SendLink companyId={companyId} />
      </div>
      <Ask
        open={ending !== undefined}
        title={m.links_revoke_title()}
        yes={m.links_revoke()}
        onClose={() => setEnding(undefined)}
        onYes={() => void (ending && revoke.run({ params: { id: ending } }))}
      >
        {m.links_revoke_text()}
      </Ask>
    </Card>
  )
}
