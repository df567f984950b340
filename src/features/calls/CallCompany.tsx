import { Button } from '@mantine/core'
import { IconMapPin, IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { call } from '#web/data/api.ts'
import { saysNames } from '#web/parts/names.ts'
import { saysDate, saysNearMoment } from '#web/parts/dates.ts'
import { KeyCap } from '#web/parts/KeyCap.tsx'
import { inPairs } from '#web/parts/numbers.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { answerSays, type Company, telOf } from './call-words.table.tsx'
import { LanguageChoice } from '../call-centres/LanguageChoice.tsx'
import { sayHeldLanguage, takeBackHeldLanguage } from '../queue/held.schema.ts'
import { languageName } from '../trade-areas/trade-areas.table.ts'
import { WrongNumber } from '../queue/FindNumbers.tsx'
import { saysEmployees } from '../register/RegisterWords.tsx'

/** Whole seconds since a moment, counted while it is shown. */
const useSeconds = (since: number | null) => {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (since === null) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [since])
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000))
}

type Props = {
  company: Company
  /** When the call began, in milliseconds; null: not calling. */
  since: number | null
  onCall: () => void
  onHangUp: () => void
  link: RefObject<HTMLAnchorElement | null>
  /** Whom to ask for. */
  children: ReactNode
}

const Phone = ({ company, since, onCall, onHangUp, link }: Omit<Props, 'children'>) => {
  const seconds = useSeconds(since)
  const time = `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`
  return (
    <div className="calls-phone">
      {since === null ? (
        <Button
          component="a"
          ref={link}
          href={telOf(company.phone)}
          size="md"
          onClick={onCall}
          leftSection={<IconPhone size={18} stroke={1.7} aria-hidden />}
        >
          {m.calls_call()} <KeyCap>{m.calls_space()}</KeyCap>
        </Button>
      ) : (
        <Button size="md" onClick={onHangUp} leftSection={<IconPhoneOff size={18} stroke={1.7} aria-hidden />}>
          {m.calls_hang_up()} <KeyCap>{m.calls_space()}</KeyCap>
        </Button>
      )}
      <span className="tov-dim tov-figures">
        {since !== null && `${m.calls_in_call({ time })} · `}
        {inPairs(company.phone)}
      </span>
    </div>
  )
}

const lastSaid = ({ last }: Company) => {
  if (!last) return null
  const words = [last.spokeWith && `${last.spokeWith}:`, last.note || `${last.own ?? answerSays(last.answer)}.`]
    .filter(Boolean)
    .join(' ')
  return (
    <p className="calls-last">
      <b>{m.calls_last({ date: saysDate(last.at) })}</b> {words}
    </p>
  )
}

/** Who goes on with it; of what is on no list nobody does by himself, and nothing is said. */
const saysOthers = ({ listId }: Company, speakers: readonly string[]): string[] => {
  if (listId === null) return []
  return [speakers.length > 0 ? m.calls_language_waits_for({ who: saysNames(speakers) }) : m.calls_language_nobody()]
}
/** "Taler ikke dansk": who speaks its language calls it from now on; what was agreed now is answered first. */
const SpokenThere = ({ company }: Pick<Props, 'company'>) => {
  const [choosing, setChoosing] = useState(false)
  const { companyId, language: now } = company
  const say = useAct(sayHeldLanguage, {
    says: ({ mine, speakers }, { body: { language } }) => {
      if (language === null) return m.call_centres_company_danish_saved()
      const said = m.call_centres_company_saved({ language: languageName(language) })
      if (mine) return said
      return [said, ...saysOthers(company, speakers), m.calls_language_then()].join(' ')
    },
    undo: (_, { body: { language } }) =>
      language === null ? undefined : () => call(takeBackHeldLanguage, { params: { companyId } }),
  })
  return (
    <div className="queue-wrong">
      <button type="button" className="tov-text-button" onClick={() => setChoosing(true)}>
        {now ? m.call_centres_company_change() : m.call_centres_company_mark()}
      </button>
      {choosing && (
        <LanguageChoice
          now={now}
          onChoose={(language) => void say.run({ body: { companyId, language } })}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}

/** Who is on the phone: what a caller needs, and no more. */
export const CallCompany = (props: Props) => {
  const { company } = props
  const size = saysEmployees(company)
  return (
    <section className="tov-card calls-card calls-company" aria-label={company.name}>
      <div className="calls-company-words">
        <h2 className="tov-two-lines" title={company.name}>
          {company.name}
        </h2>
        <p className="calls-facts">
          {company.town && (
            <span>
              <IconMapPin size={14} stroke={1.7} aria-hidden /> {company.town}
            </span>
          )}
          {size && <span>{m.calls_employees({ count: size })}</span>}
          {company.industry && <span title={company.industry}>{company.industry}</span>}
        </p>
        <p className="calls-tags">
          <StateTag tone="fri">{m.calls_may_call()}</StateTag>
          {company.language && (
            <StateTag tone="blaa">
              {m.call_centres_company_called_in({ language: languageName(company.language) })}
            </StateTag>
          )}
          {company.dueAt && (
            <StateTag tone="venter">{m.calls_agreed_back({ time: saysNearMoment(company.dueAt) })}</StateTag>
          )}
          {!company.dueAt && company.tries > 0 && <StateTag>{m.queue_try({ n: company.tries + 1 })}</StateTag>}
        </p>
      </div>
      <Phone {...props} />
      <div className="calls-beside">
        {props.children}
        <WrongNumber companyId={company.companyId} />
        <SpokenThere company={company} />
      </div>
      {lastSaid(company)}
      {company.answersBest && <p className="calls-last">{m.calls_answers_best(company.answersBest)}</p>}
      {company.sameNumber && (
        <p className="calls-last">{m.may_contact_same_number({ date: saysDate(company.sameNumber.on) })}</p>
      )}
    </section>
  )
}
