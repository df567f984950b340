import { Button } from '@mantine/core'
import { IconAffiliate, IconBulb } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import * as m from '#texts'
import { type RowOf, useAnswer } from '#web/data/answers.ts'
import { useChangeSearch } from '#web/data/change-search.ts'
import { useKeys } from '#web/data/keys.ts'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { MailedTipsLink } from '../mailed-tips/MailedTipsLink.tsx'
import { PartnerDialog } from '../partners/PartnerDialog.tsx'
import { partnerKinds } from '../partners/partner-kinds.table.ts'
import { listPartners } from '../partners/partners.schema.ts'
import { JointVisitRows } from '../joint-visits/JointVisitRows.tsx'
import { PresenceRows } from '../presence-days/PresenceRows.tsx'
import { reachedWords } from '../tips/reached.table.ts'
import { TipDialog } from '../tips/TipDialog.tsx'
import { listTips } from '../tips/tips.schema.ts'

type Tip = RowOf<typeof listTips>
const TipRow = ({ tip, onOpen }: { tip: Tip; onOpen: () => void }) => (
  <Row
    icon={IconBulb}
    tone={tip.seen ? 'sten' : 'venter'}
    title={tip.company}
    text={[tip.partner?.name, saysDate(tip.givenOn), tip.words].filter(Boolean).join(' · ')}
    state={reachedWords[tip.reached]()}
    action={<RowButton onClick={onOpen}>{m.partners_open()}</RowButton>}
  />
)

const Partners = ({ rows, onOpen }: { rows: readonly RowOf<typeof listPartners>[]; onOpen: (id: number) => void }) =>
  rows.length === 0 ? (
    <EmptyState title={m.partners_empty()}>{m.partners_empty_text()}</EmptyState>
  ) : (
    <Rows title={m.partners_list()}>
      {rows.map((row) => (
        <Row
          key={row.id}
          icon={IconAffiliate}
          tone={row.heldBy ? 'sten' : 'venter'}
          title={row.name}
          text={[partnerKinds[row.kind](), row.place, row.contactName].filter(Boolean).join(' · ')}
          state={row.heldBy ? m.partners_held_by({ who: row.heldBy.name }) : m.partners_nobody()}
          action={<RowButton onClick={() => onOpen(row.id)}>{m.partners_open()}</RowButton>}
        />
      ))}
    </Rows>
  )

/** Tips first, for they wait for someone; then the partners themselves. */
export default function PartnersPage() {
  const { nr, tip, fast, dag, med, vis } = useSearch({ from: '/signed-in/framed/aktoerer' })
  const change = useChangeSearch<{ nr: number; tip: number; vis: 'afsluttede' }>()
  const { data } = useAnswer(listPartners)
  const tips = useAnswer(listTips, { query: { vis: vis ? 'ended' : 'open' } })
  const [adding, setAdding] = useState(false)
  useRowKeys()
  useKeys(data?.can.add ? [{ key: 'n', says: m.partners_new(), run: () => setAdding(true) }] : [])
  const rows = tips.data?.rows ?? []
  return (
    <Page
      title={m.partners_title()}
      subtitle={m.partners_subtitle()}
      actions={
        data?.can.add && (
          <Button variant="filled" onClick={() => setAdding(true)}>
            {m.partners_new()}
          </Button>
        )
      }
    >
      <MailedTipsLink />
      {!data && <GreyRows count={4} />}
      {rows.length > 0 && (
        <Rows title={vis ? m.tips_ended_list() : m.tips_open_list()}>
          {rows.map((row) => (
            <TipRow key={row.id} tip={row} onOpen={() => change({ tip: row.id })} />
          ))}
        </Rows>
      )}
      {tips.data?.more && <p className="tov-dim">{m.tips_more({ count: rows.length })}</p>}
      {tips.data && rows.length === 0 && <p className="tov-dim">{vis ? m.tips_none_ended() : m.tips_none()}</p>}
      <p>
        <button
          type="button"
          className="tov-text-button"
          onClick={() => change({ vis: vis ? undefined : 'afsluttede' })}
        >
          {vis ? m.tips_show_open() : m.tips_show_ended()}
        </button>
      </p>
      <JointVisitRows med={med} />
      <PresenceRows fast={fast} dag={dag} />
      {data && <Partners rows={data.rows} onOpen={(id) => change({ nr: id })} />}
      {adding && <PartnerDialog id="new" onClose={() => setAdding(false)} />}
      {nr !== undefined && <PartnerDialog id={nr} onClose={() => change({ nr: undefined })} />}
      {tip !== undefined && <TipDialog id={tip} onClose={() => change({ tip: undefined })} />}
    </Page>
  )
}
