import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { saysDate, saysMoment } from '#web/parts/dates.ts'
import { endMyFeed, makeMyFeed, showMyFeed } from './calendar-feeds.schema.ts'

/** One's own meetings in a calendar elsewhere: the address is shown when it is made, and never again. */
export const FeedCard = () => {
  const { data } = useAnswer(showMyFeed)
  const [url, setUrl] = useState('')
  const make = useAct(makeMyFeed, { onDone: (made) => setUrl(made.url) })
  const end = useAct(endMyFeed, { says: () => m.calendar_feeds_ended(), onDone: () => setUrl('') })
  const feed = data?.feed
  const read = feed?.lastOpenedAt
    ? m.calendar_feeds_read({ when: saysMoment(feed.lastOpenedAt) })
    : m.calendar_feeds_unread()
  return (
    <section aria-labelledby="calendar-feed">
      <h3 id="calendar-feed">{m.calendar_feeds_title()}</h3>
      <p className="tov-dim">{m.calendar_feeds_text()}</p>
      {url && (
        <TextInput
          label={m.calendar_feeds_address()}
          description={m.calendar_feeds_once()}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {feed && !url && <p>{m.calendar_feeds_since({ date: saysDate(feed.madeAt), read })}</p>}
      <div className="tov-dialog-foot">
        {feed && <Button onClick={() => void end.run({})}>{m.calendar_feeds_end()}</Button>}
        <Button onClick={() => void make.run({})}>{feed ? m.calendar_feeds_again() : m.calendar_feeds_make()}</Button>
      </div>
    </section>
  )
}
