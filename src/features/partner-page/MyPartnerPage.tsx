import * as m from '#texts'
import { touch, useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { useMe } from '#web/frame/me.ts'
import { PersonMenu } from '#web/frame/PersonMenu.tsx'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { findTipped, giveTip } from '../tips/giving.schema.ts'
import { PartnerView } from './PartnerView.tsx'
import { showMyPartner } from './partner-page.schema.ts'

const useFound = (q: string) => useAnswer(findTipped, { query: { q } }, { when: q.length >= 3 })

/** The page of who comes from a partner and signs in. */
export default () => {
  const me = useMe()
  const { data, error } = useAnswer(showMyPartner)
  const menu = <PersonMenu me={me} place="bar" />
  if (data?.partner)
    return (
      <PartnerView
        seen={{ ...data, partner: data.partner }}
        right={menu}
        signedIn
        whose={String(me.person.id)}
        sendTip={(body, idempotencyKey) => call(giveTip, { body }, { idempotencyKey })}
        find={useFound}
        onSent={() => void touch('/api/my-partner')}
      />
    )
  if (!data && !error) return null
  const title = data ? m.partner_page_unsaid_title() : m.partner_page_failed()
  return (
    <PlainFrame name={me.centre.name} right={menu} title={title}>
      <EmptyState title={title}>{data ? m.partner_page_unsaid() : (error?.title ?? m.web_failed())}</EmptyState>
    </PlainFrame>
  )
}
