import { useParams } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { type ComponentType, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { type AnswerOf } from '#platform/endpoint'
import { useAnswer } from '#web/data/answers.ts'
import { Ask } from '#web/parts/Ask.tsx'
import { saysMoment } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { Go } from '#web/parts/Go.tsx'
import { number } from '#web/parts/numbers.ts'
import { OpenEnds } from '#web/parts/OpenEnds.tsx'
import { Page } from '#web/parts/Page.tsx'
import { StateTag } from '#web/parts/StateTag.tsx'
import { closeList, showContactList, showListLooseEnds } from './lists.schema.ts'
import { CriteriaEditor } from './CriteriaEditor.tsx'
import { DrawnTable } from './DrawnTable.tsx'
import { saysState } from './ListWords.tsx'
import './lists.css'

type List = AnswerOf<typeof showContactList>

const CloseButton = ({ list }: { list: List }) => {
  const [asking, setAsking] = useState(false)
  const close = useAct(closeList, { says: () => m.lists_closed_done() })
  const left = useAnswer(showListLooseEnds, { params: { id: list.id } }, { when: asking })
  if (!list.can.close) return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.lists_close()}</Button>
      <Ask
        open={asking}
        title={m.lists_close_title()}
        yes={m.lists_close()}
        onClose={() => setAsking(false)}
        onYes={() => void close.run({ params: { id: list.id } })}
      >
        {m.lists_close_text()}
        <OpenEnds said={left.data?.said} />
      </Ask>
    </>
  )
}

const Subtitle = ({ list }: { list: List }) => (
  <>
    <StateTag>{saysState(list.state)}</StateTag>
    {list.goal && <span>{list.goal}</span>}
    {list.byVisitors && <span>{m.lists_by_visitors()}</span>}
    {list.drawnAt && <span>{m.lists_drawn_by({ who: list.drawnBy ?? '', when: saysMoment(list.drawnAt) })}</span>}
    {list.numberless !== null && list.numberless > 0 && list.state !== 'closed' && (
      <Go className="tov-link" to={`/udtraek/${list.id}?show=numberless`}>
        {m.lists_numberless({ count: number(list.numberless) })}
      </Go>
    )}
  </>
)

/** One list: its criteria while it is a draft, then the frozen draw, and beside it what a later room has to say of it. */
export const OneList = ({ Beside }: { Beside: ComponentType<{ listId: number }> }) => {
  const id = Number(useParams({ from: '/signed-in/framed/udtraek/$id' }).id)
  const { data: list, error } = useAnswer(showContactList, { params: { id } })
  const up = { to: '/udtraek' as const, text: m.web_nav_lists() }
  if (!list)
    return (
      <Page title={m.lists_one()} up={up}>
        {error && <EmptyState title={error.title}>{error.detail}</EmptyState>}
      </Page>
    )
  if (list.can.change)
    return (
      <CriteriaEditor
        key={list.id}
        list={list}
        up={up}
        actions={<CloseButton list={list} />}
        subtitle={<Subtitle list={list} />}
      />
    )
  return (
    <Page
      title={list.name}
      subtitle={<Subtitle list={list} />}
      up={up}
      actions={
        <>
          {list.can.close && (
            <Go className="tov-link" to={`/udtraek/${list.id}/manus`}>
              {m.lists_script()}
            </Go>
          )}
          <CloseButton list={list} />
        </>
      }
      aside={<Beside listId={list.id} />}
      asideWidth={360}
    >
      {list.drawnAt ? (
        <DrawnTable list={list} />
      ) : (
        <EmptyState title={m.lists_never_drawn()}>{m.lists_never_drawn_text()}</EmptyState>
      )}
    </Page>
  )
}
