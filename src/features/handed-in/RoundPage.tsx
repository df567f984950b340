import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate } from '#web/parts/dates.ts'
import { EmptyState } from '#web/parts/EmptyState.tsx'
import { useGo } from '#web/parts/Go.tsx'
import { GreyRows } from '#web/parts/GreyRows.tsx'
import { Page } from '#web/parts/Page.tsx'
import { Row, RowButton, Rows, useRowKeys } from '#web/parts/Rows.tsx'
import { sendRound, showRound } from './handed-in.schema.ts'
import { answersAt, daysToAnswer } from './handed-in.schema.ts'

/** What all schools have handed in since the last list: which companies, never by whom; sent to the others as one list. */
export default function RoundPage() {
  const { data } = useAnswer(showRound)
  const go = useGo()
  useRowKeys()
  const send = useAct(sendRound, {
    says: ({ companies }) => (companies === 0 ? m.handed_in_round_said_none() : m.handed_in_round_said({ companies })),
    onDone: ({ listId, companies }) => companies > 0 && go(`/udtraek/${listId}`),
  })
  const more = data ? data.total - data.rows.length : 0
  return (
    <Page
      title={m.handed_in_round_title()}
      up={{ to: '/udtraek', text: m.web_nav_lists() }}
      subtitle={m.handed_in_round_text()}
      actions={
        data?.can.send && (
          <Button
            variant="filled"
            aria-disabled={send.running || undefined}
            onClick={() => void send.run({ body: { total: data.total } })}
          >
            {m.handed_in_round_send({ count: data.total })}
          </Button>
        )
      }
    >
      {!data && <GreyRows count={4} />}
      {data && data.total === 0 && (
        <EmptyState title={m.handed_in_round_empty()}>
          {m.handed_in_round_empty_text({ days: daysToAnswer })}
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <p>{m.handed_in_round_send_text({ date: saysDate(data.answersBy), hour: answersAt })}</p>
          <Rows title={m.handed_in_round_names()} note={data.total}>
            {data.rows.map(({ id, name, town, employees }) => (
              <Row
                key={id}
                icon={IconBuilding}
                title={name}
                text={[town, employees === null ? null : m.handed_in_employees({ count: employees })]
                  .filter(Boolean)
                  .join(' · ')}
                action={<RowButton to={`/virksomheder/${id}`}>{m.handed_in_open_card()}</RowButton>}
              />
            ))}
          </Rows>
          {more > 0 && <p className="tov-dim">{m.handed_in_round_more({ count: more })}</p>}
        </>
      )}
      {data && data.later > 0 && <p className="tov-dim">{m.handed_in_round_later({ count: data.later })}</p>}
    </Page>
  )
}
