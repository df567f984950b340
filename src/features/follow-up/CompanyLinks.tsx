import { Button } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/act.ts'
import { useAnswer } from '#web/answers.ts'
import { Ask } from '#web/Ask.tsx'
import { Card } from '#web/Card.tsx'
import { saysDate, saysNearMoment } from '#web/dates.ts'
import { sayDone } from '#web/notices.ts'
import { listCompanyLinks, makeCompanyLink, revokeCompanyLink } from './case.schema.ts'
import './promises.css'

const copy = async (url: string) => {
  await navigator.clipboard.writeText(url)
  sayDone(m.follow_up_link_copied())
}

/** The company's own page, for the company's card: links in use, a new one shown once, and an end to one that went astray. */
export const CompanyLinks = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listCompanyLinks, { query: { companyId, inUse: 'true' } })
  const [url, setUrl] = useState<string>()
  const [ending, setEnding] = useState<number>()
  const make = useAct(makeCompanyLink, { onDone: (answer) => setUrl(answer.url) })
  const revoke = useAct(revokeCompanyLink, { says: () => m.follow_up_link_revoked() })
  return (
    <Card title={m.follow_up_links()}>
      <div className="follow-up-one">
        <p className="tov-dim">{m.follow_up_links_text()}</p>
        {data?.rows.map(({ id, madeAt, madeBy, lastOpenedAt }) => (
          <div key={id} className="follow-up-link">
            <span>
              {m.follow_up_link_made({ date: saysDate(madeAt), name: madeBy ?? 'Tovholder' })}
              <br />
              <span className="tov-dim tov-small">
                {lastOpenedAt
                  ? m.follow_up_link_opened({ when: saysNearMoment(lastOpenedAt) })
                  : m.follow_up_link_unopened()}
              </span>
            </span>
            <Button onClick={() => setEnding(id)}>{m.follow_up_link_revoke()}</Button>
          </div>
        ))}
        {url && (
          <>
            <p className="follow-up-url">{url}</p>
            <Button onClick={() => void copy(url)}>{m.follow_up_link_copy()}</Button>
          </>
        )}
        {!url && <Button onClick={() => void make.run({ body: { companyId } })}>{m.follow_up_link_make()}</Button>}
      </div>
      <Ask
        open={ending !== undefined}
        title={m.follow_up_link_revoke_title()}
        yes={m.follow_up_link_revoke()}
        onClose={() => setEnding(undefined)}
        onYes={() => void (ending && revoke.run({ params: { id: ending } }))}
      >
        {m.follow_up_link_revoke_text()}
      </Ask>
    </Card>
  )
}
