import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import * as m from '#texts'
import { EmptyState } from './EmptyState.tsx'
import { Go } from './Go.tsx'
import { Page } from './Page.tsx'
import { ApiProblem, sentenceOf } from './problem.ts'

const home = (
  <Button component={Go} to="/">
    {m.web_go_home()}
  </Button>
)

export const NotFoundPage = () => (
  <Page title={m.web_not_found_title()}>
    <EmptyState title={m.web_not_found_heading()} action={home}>
      {m.web_not_found_text()}
    </EmptyState>
  </Page>
)

/** A page that could not be shown: says what, keeps the way home, and offers to try again. */
export const FailedPage = ({ error, reset }: ErrorComponentProps) => {
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
  return (
    <Page title={m.web_failed_title()}>
      <EmptyState
        title={sentenceOf(error, m.web_failed())}
        action={
          <>
            <Button onClick={reset}>{m.web_try_again()}</Button> {home}
          </>
        }
      >
        {m.web_failed_text()}
      </EmptyState>
    </Page>
  )
}
