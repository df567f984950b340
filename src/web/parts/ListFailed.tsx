import * as m from '#texts'
import type { ApiProblem } from '#web/data/problem.ts'
import { EmptyState } from './EmptyState.tsx'

/** Stands where a list would: it was not given, which is not that there is nothing. */
export const ListFailed = ({ list }: { list: { error: ApiProblem | null; again?: (() => void) | undefined } }) => (
  <EmptyState inCard title={m.web_list_failed()}>
    {list.error?.detail || list.error?.title}{' '}
    {list.again && (
      <button type="button" className="tov-text-button" onClick={list.again}>
        {m.web_try_again()}
      </button>
    )}
  </EmptyState>
)
