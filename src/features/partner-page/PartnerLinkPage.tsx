import { useParams } from '@tanstack/react-router'
import * as m from '#texts'
import { touch, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { PartnerView } from './PartnerView.tsx'
import { findTippedByLink, giveTipByLink, showPartnerPage } from './partner-page.schema.ts'

/** The same for who has a personal link and no account: what he told himself. */
export default () => {
  const { token } = useParams({ from: '/aktoer/$token' })
  const params = { token }
  const { data, error, isPending } = useAnswer(showPartnerPage, { params })
  const useFound = (q: string) => useAnswer(findTippedByLink, { params, query: { q } }, { when: q.length >= 3 })
  if (data?.partner)
    return (
      <PartnerView
        seen={{ ...data, partner: data.partner }}
        whose={token.slice(-12)}
        sendTip={(body, idempotencyKey) => call(giveTipByLink, { params, body }, { idempotencyKey })}
        find={useFound}
        onSent={() => void touch('/api/partner-pages')}
      />
    )
  if (isPending) return null
  const gone = error?.code === 'link-revoked'
  const title = gone ? m.partner_page_gone() : m.partner_page_failed()
  return (
    <PlainFrame name="Tovholder" title={title}>
      <EmptyState title={title}>{gone ? m.partner_page_gone_text() : (error?.title ?? m.web_failed())}</EmptyState>
    </PlainFrame>
  )
}
