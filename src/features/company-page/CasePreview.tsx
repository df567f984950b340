import { useParams } from '@tanstack/react-router'
import * as m from '#texts'
import { useAnswer } from '#web/data/answers.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { CaseView } from './CaseView.tsx'
import { previewCase } from './company-page.schema.ts'
import './company-page.css'

/** A company's own page, as people of the centre look at it: what it sees, and nothing to press. */
export default () => {
  const { id } = useParams({ from: '/signed-in/virksomheder/$id/forloeb' })
  const { data, error, isPending } = useAnswer(previewCase, { params: { id: Number(id) } })
  if (isPending) return null
  if (data)
    return (
      <>
        <section className="company-page-preview" aria-label={m.company_page_preview_title()}>
          <span>{m.company_page_preview({ company: data.company })}</span>{' '}
          <Go to={`/virksomheder/${Number(id)}`} className="tov-link">
            {m.web_back_to({ page: data.company })}
          </Go>
        </section>
        <CaseView seen={data} token={null} />
      </>
    )
  return (
    <PlainFrame name="Tovholder" title={m.company_page_failed()}>
      <EmptyState title={m.company_page_failed_title()}>{error?.title || m.web_failed()}</EmptyState>
    </PlainFrame>
  )
}
