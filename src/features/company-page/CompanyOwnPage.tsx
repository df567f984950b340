import { useParams } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { CaseView } from './CaseView.tsx'
import { showCase } from './company-page.schema.ts'

/** A company's own page: what happens now, who does it, by when; one answer to give, and a way to stop. No sign-in. */
export default () => {
  const { token } = useParams({ from: '/jeres-forloeb/$token' })
  const { data, error, isPending } = useAnswer(showCase, { params: { token } })
  if (data) return <CaseView seen={data} token={token} />
  if (isPending) return null
  const gone = error?.code === 'link-revoked'
  return (
    <PlainFrame name="Tovholder" title={gone ? m.company_page_gone() : m.company_page_failed()}>
      <EmptyState title={gone ? m.company_page_gone_title() : m.company_page_failed_title()}>
        {gone ? m.company_page_gone_text() : error?.title || m.web_failed()}
      </EmptyState>
    </PlainFrame>
  )
}
