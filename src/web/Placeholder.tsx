import * as m from '#texts'
import { EmptyState } from './EmptyState.tsx'
import { Page } from './Page.tsx'

/** Stands where a screen is still being written; says so. */
export const Placeholder = ({ title }: { title: string }) => (
  <Page title={title}>
    <EmptyState title={m.web_soon_title()}>{m.web_soon_text()}</EmptyState>
  </Page>
)
