import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import * as m from '#texts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { Page } from '#web/parts/Page.tsx'
import { PlainFrame } from '#web/parts/PlainFrame.tsx'
import { ApiProblem, sentenceOf } from '#web/data/problem.ts'

const home = (
  <Button component={Go} to="/">
    {m.web_go_home()}
  </Button>
)
const isMissing = (error: unknown) => error instanceof ApiProblem && error.status === 404

const NotFound = () => (
  <EmptyState title={m.web_not_found_heading()} action={home}>
    {m.web_not_found_text()}
  </EmptyState>
)
const Failed = ({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) => (
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
)

/** An address that is no page. */
export const NotFoundPage = () => (
  <PlainFrame name="Tovholder" title={m.web_not_found_title()}>
    <NotFound />
  </PlainFrame>
)

/** The same for who is signed in. */
export const NotFoundFramed = () => (
  <Page title={m.web_not_found_title()}>
    <NotFound />
  </Page>
)

/** A page inside the frame that could not be shown: says what, keeps the way home, and offers to try again. */
export const FailedPage = ({ error, reset }: ErrorComponentProps) =>
  isMissing(error) ? (
    <NotFoundFramed />
  ) : (
    <Page title={m.web_failed_title()}>
      <Failed error={error} reset={reset} />
    </Page>
  )

/** The same where there is no frame, or where the frame itself failed. */
export const FailedOutside = ({ error, reset }: ErrorComponentProps) => (
  <PlainFrame name="Tovholder" title={m.web_failed_title()}>
    <Failed error={error} reset={reset} />
  </PlainFrame>
)
