import { useSearch } from '@tanstack/react-router'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { useAnswer } from '#web/data/answers.ts'
import { call } from '#web/data/api.ts'
import { sentenceOf } from '#web/data/problem.ts'
import { Card } from '#web/parts/Card.tsx'
import { Dropdown } from '#web/parts/Dropdown.tsx'
import { Go } from '#web/parts/Go.tsx'
import { saysNames } from '#web/parts/names.ts'
import { Page } from '#web/parts/Page.tsx'
import { stateWords } from '../lists/list-words.table.ts'
import { languageCodes, languageName } from '../trade-areas/trade-areas.table.ts'
import { CallCentreCards } from './CallCentreCards.tsx'
import { giveList, listCallCentres, placeCaller, sayCallerLanguages } from './call-centres.schema.ts'
import { LanguagePicks, saysLanguages } from './LanguagePicks.tsx'
import './call-centres.css'

type Answer = AnswerOf<typeof listCallCentres>
const openOf = ({ rows }: Answer) => rows.filter(({ closedAt }) => closedAt === null)
/** The call centres to choose from, and none of them. */
const options = (answer: Answer, none: string) => [
  { value: '', label: none },
  ...openOf(answer).map(({ id, name }) => ({ value: String(id), label: name })),
]
/** Lists that may be given to a call centre. */
const sharedOf = ({ lists }: Answer) => lists.filter(({ byVisitors }) => !byVisitors)
const idOf = (value: string) => (value === '' ? null : Number(value))

const Caller = ({ caller, answer }: { caller: Answer['callers'][number]; answer: Answer }) => {
  const { personId, name, languages, callCentreId, can } = caller
  const params = { personId }
  const say = useAct(sayCallerLanguages, {
    says: () => m.call_centres_renamed({ name }),
    undo: () => () => call(sayCallerLanguages, { params, body: { languages } }),
  })
  const place = useAct(placeCaller, {
    says: (_, { body }) => {
      const to = openOf(answer).find(({ id }) => id === body.callCentreId)
      return to ? m.call_centres_placed({ name, where: to.name }) : m.call_centres_placed_in_none({ name })
    },
    undo: () => () => call(placeCaller, { params, body: { callCentreId } }),
  })
  return (
    <li>
      <b>{name}</b>
      {can.sayLanguages ? (
        <LanguagePicks
          label={m.call_centres_change_languages({ name })}
          languages={languages}
          onChange={(wanted) => void say.run({ params, body: { languages: wanted } })}
        />
      ) : (
        <span>
          {saysLanguages(languages)}{' '}
          <Go to="/fagomraader" className="tov-link tov-small">
            {m.call_centres_by_field()}
          </Go>
        </span>
      )}
      {openOf(answer).length > 0 && (
        <Dropdown
          size="sm"
          aria-label={m.call_centres_belongs_of({ name })}
          value={callCentreId === null ? '' : String(callCentreId)}
          data={options(answer, m.call_centres_in_none())}
          onChange={(value) => void place.run({ params, body: { callCentreId: idOf(value) } })}
        />
      )}
    </li>
  )
}

const List = ({ list, answer }: { list: Answer['lists'][number]; answer: Answer }) => {
  const { id, name, state, callCentreId } = list
  const later = state !== 'calling'
  const params = { listId: id }
  const nameOf = (to: number | null) => openOf(answer).find((one) => one.id === to)?.name ?? m.call_centres_everyone()
  const give = useAct(giveList, {
    says: (_, { body: { callCentreId: to } }) => {
      if (to === null) return later ? m.call_centres_later_to_all({ name }) : m.call_centres_given_to_all({ name })
      const given = { name, who: nameOf(to) }
      return later ? m.call_centres_given_later(given) : m.call_centres_given(given)
    },
    undo: () => () => call(giveList, { params, body: { callCentreId } }),
  })
  const nobody = callCentreId !== null && openOf(answer).find((one) => one.id === callCentreId)?.callers === 0
  return (
    <li>
      <span>
        <b>{name}</b>
        {later && (
          <span className="tov-dim tov-small"> {m.call_centres_list_later({ state: stateWords[state]({}) })}</span>
        )}
      </span>
      <span className="call-centres-nobody">{nobody && m.call_centres_no_callers()}</span>
      <Dropdown
        size="sm"
        aria-label={m.call_centres_called_by_of({ name })}
        value={callCentreId === null ? '' : String(callCentreId)}
        data={options(answer, m.call_centres_everyone())}
        onChange={(value) => void give.run({ params, body: { callCentreId: idOf(value) } })}
      />
    </li>
  )
}

/** Whoever comes from what waits: who is missing on which list, and who could. */
const Wanted = ({ answer }: { answer: Answer }) => {
  const { liste, sprog } = useSearch({ from: '/signed-in/framed/callcentre' })
  const list = answer.lists.find(({ id }) => id === liste)
  const language = languageCodes.find((code) => code === sprog)
  if (!list || !language) return null
  const speakers = answer.callers.filter(({ languages }) => languages.includes(language))
  // Somebody who belongs there can: it is mended.
  const callsIt = ({ callCentreId, can }: Answer['callers'][number]) =>
    list.byVisitors ? !can.sayLanguages : list.callCentreId === null || callCentreId === list.callCentreId
  if (speakers.some(callsIt)) return null
  return (
    <p className="call-centres-wanted" role="status">
      <b>{m.call_centres_wanted({ language: languageName(language), name: list.name })}</b>{' '}
      {speakers.length > 0
        ? m.call_centres_wanted_speakers({ who: saysNames(speakers.map(({ name }) => name)) })
        : m.call_centres_wanted_nobody()}
    </p>
  )
}

/** Who calls, in which languages; and, where there are several call centres, who belongs where and which lists each calls alone. */
export default function CallCentresPage() {
  const { data, error } = useAnswer(listCallCentres)
  return (
    <Page title={m.call_centres_title()} subtitle={data && m.call_centres_subtitle({ count: data.callers.length })}>
      {error && !data && <p role="alert">{sentenceOf(error, m.web_failed())}</p>}
      {data && (
        <div className="call-centres">
          <Wanted answer={data} />
          <Card title={m.call_centres_callers()}>
            <ul className="call-centres-rows">
              {data.callers.map((caller) => (
                <Caller key={caller.personId} caller={caller} answer={data} />
              ))}
            </ul>
          </Card>
          {openOf(data).length > 0 && sharedOf(data).length > 0 && (
            <Card title={m.call_centres_lists()}>
              <p className="tov-dim">{m.call_centres_lists_text()}</p>
              <ul className="call-centres-rows call-centres-lists">
                {sharedOf(data).map((list) => (
                  <List key={list.id} list={list} answer={data} />
                ))}
              </ul>
            </Card>
          )}
          <CallCentreCards rows={data.rows} />
        </div>
      )}
    </Page>
  )
}
