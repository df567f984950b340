import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { Card } from '#web/parts/Card.tsx'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { sayDone } from '#web/data/notices.ts'
import { listCompanyLinks, makeCompanyLink, revokeCompanyLink } from './links.schema.ts'
import './links.css'

const copy = async (url: string) => {
  await navigator.clipboard.writeText(url)
  sayDone(m.links_copied())
}

/** The new link, shown this once; it takes the focus from the button that gave way to it. */
const NewLink = ({ url }: { url: string }) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <>
      <p className="links-url">{url}</p>
      <Button ref={button} onClick={() => void copy(url)}>
        {m.links_copy()}
      </Button>
    </>
  )
}

/** The company's own page, for the company's card: links in use, a new one shown once, and an end to one that went astray. */
export const CompanyLinks = ({ companyId }: { companyId: number }) => {
  const { data } = useAnswer(listCompanyLinks, { query: { companyId, inUse: 'true' } })
  const [url, setUrl] = useState<string>()
  const [ending, setEnding] = useState<number>()
  const make = useAct(makeCompanyLink, { onDone: (answer) => setUrl(answer.url) })
  const revoke = useAct(revokeCompanyLink, { says: () => m.links_revoked() })
  return (
    <Card title={m.links_links()}>
      <div className="links-card">
        <p className="tov-dim">{m.links_text()}</p>
        {data?.rows.map(({ id, madeAt, madeBy, lastOpenedAt }) => (
          <div key={id} className="links-one">
            <span>
              {m.links_made({ date: saysDate(madeAt), name: madeBy ?? 'Tovholder' })}
              <br />
              <span className="tov-dim tov-small">
                {lastOpenedAt ? m.links_opened({ when: saysNearMoment(lastOpenedAt) }) : m.links_unopened()}
              </span>
            </span>
            <Button onClick={() => setEnding(id)}>{m.links_revoke()}</Button>
          </div>
        ))}
        {url && <NewLink url={url} />}
        {!url && <Button onClick={() => void make.run({ body: { companyId } })}>{m.links_make()}</Button>}
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
