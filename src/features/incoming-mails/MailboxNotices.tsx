import { Button } from '@mantine/core'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { useMay } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysDate } from '#web/parts/dates.ts'
import { incomingMailsWaiting } from './incoming-mails-waiting.table.ts'
import { seeMailbox, showMailbox } from './incoming-mails.schema.ts'
import './incoming-mails.css'

type Notice = AnswerOf<typeof showMailbox>['notices'][number]
/** What lies there unread somebody can look for; the rest ends by itself. */
const looksFor: readonly Notice['kind'][] = ['mailbox-left', 'mailbox-crowded']

/** In the words in which it waits on the first page. */
const Said = ({ notice: { kind, values } }: { notice: Notice }) => {
  const said = incomingMailsWaiting.kinds[kind]
  const words = { since: saysDate(String(values['since'])), mails: String(values['mails'] ?? '') }
  return (
    <div>
      <p>
        <b>{first(said.title(words))}</b>
      </p>
      <p>{said.text(words)}</p>
    </div>
  )
}

/** That the mailbox is not read, or something in it did not come in, and what to do; nothing, where all is well. */
export const MailboxNotices = () => {
  const may = useMay()
  const { data } = useAnswer(showMailbox, {}, { when: may(showMailbox) })
  const look = useAct(seeMailbox, { says: () => m.incoming_mails_said_looked() })
  if (!data || data.notices.length === 0) return null
  return (
    <Card title={m.incoming_mails_title()}>
      <div className="incoming-mails-notices" role="status">
        {data.notices.map((notice) => (
          <Said key={notice.kind} notice={notice} />
        ))}
        {data.address !== null && <p className="tov-dim">{m.incoming_mails_where({ address: data.address })}</p>}
        {may(seeMailbox) && data.notices.some(({ kind }) => looksFor.includes(kind)) && (
          <Button loading={look.running} onClick={() => void look.run()}>
            {m.incoming_mails_looked()}
          </Button>
        )}
      </div>
    </Card>
  )
}
