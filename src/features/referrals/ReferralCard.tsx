import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import * as m from '#texts'
import { getLocale } from '#texts/runtime'
import { useAnswer } from '#web/data/answers.ts'
import { useKeys } from '#web/data/keys.ts'
import { useMe } from '#web/frame/me.ts'
import { Card } from '#web/parts/Card.tsx'
import { first, saysDate, saysDay } from '#web/parts/dates.ts'
import { Go } from '#web/parts/Go.tsx'
import { useOpened } from '#web/parts/opened.ts'
import { StateTag } from '#web/parts/StateTag.tsx'
import { type Knot, Quote, Thread } from '#web/parts/Thread.tsx'
import { VisibilityMark } from '#web/parts/VisibilityMark.tsx'
import { whoReads } from '../centre/who-reads.table.ts'
import { topicName } from '../visits/topics.table.ts'
import { nameOf, standingOf, whomOf } from './referral-words.tsx'
import { stepWords } from './referral-words.table.ts'
import { ReferralActs } from './ReferralActs.tsx'
import type { Referral } from './ReferralForms.tsx'
import { showReferral } from './referrals.schema.ts'

/** What has happened, and what comes when nobody does anything. */
const knotsOf = (referral: Referral): Knot[] => {
  const { steps, state, answerBy, hearBy, toSchool, to } = referral
  const done = steps.map(
    ({ id, verb, at, by, to: whom, words }): Knot => ({
      ...{ key: id, kind: 'past', when: saysDate(at) },
      title: stepWords[verb]({ who: by ?? '', to: whom ?? m.referrals_the_centre() }),
      ...(words && { children: <Quote>{words}</Quote> }),
    }),
  )
  const atCentre = to === null && toSchool === null
  const coming: Knot[] =
    state === 'asked' && !atCentre
      ? [
          {
            ...{ key: 'centre', kind: referral.late ? 'broken' : 'coming' },
            when: m.referrals_at_four({ day: first(saysDay(answerBy)) }),
            title: referral.late ? m.referrals_centre_has_it() : m.referrals_centre_gets_it(),
          },
        ]
      : []
  const told: Knot = {
    ...{ key: 'told', kind: 'due', when: first(saysDay(hearBy)) },
    title: m.referrals_they_hear(),
    line: m.referrals_on_their_page(),
  }
  return [...done, ...coming, ...(referral.endedAt ? [] : [told])]
}

const Facts = ({ referral }: { referral: Referral }) => {
  const { may } = useMe()
  const { company, companyId, town, giver, words, field, contact, visitId } = referral
  return (
    <>
      <div className="referrals-head">
        <div>
          {may.includes('showCompany') ? (
            <Go className="tov-link" to={`/virksomheder/${companyId}`}>
              {company}
            </Go>
          ) : (
            <b>{company}</b>
          )}{' '}
          <span className="tov-dim">{town}</span>
        </div>
        <StateTag tone={standingOf(referral).tone}>{standingOf(referral).says}</StateTag>
      </div>
      <p>{m.referrals_from_to({ from: nameOf(giver), to: referral.to ? nameOf(referral.to) : whomOf(referral) })}</p>
      <div className="referrals-said">
        <div className="referrals-head">
          <h3>{m.referrals_they_said()}</h3>
          <VisibilityMark who={whoReads.referral} names={[m.referrals_readers()]} />
        </div>
        <Quote>{words}</Quote>
        {field && <p>{topicName(field, getLocale())}</p>}
        {contact && (
          <p>
            {[contact.name, contact.title].filter(Boolean).join(', ')}{' '}
            {contact.phone && (
              <a className="tov-link" href={`tel:${contact.phone.replace(/\s/g, '')}`}>
                {contact.phone}
              </a>
            )}
          </p>
        )}
        {visitId !== null && may.includes('showVisit') && (
          <Go className="tov-link tov-small" to={`/besoeg/${visitId}/rapport?for=rapport`}>
            {m.referrals_to_report()}
          </Go>
        )}
      </div>
      {referral.stopped && <p className="referrals-stopped">{m.referrals_stopped()}</p>}
    </>
  )
}

/** One referral: who asked whom, what they said, what happened, and what may be done. */
export const ReferralCard = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { data: referral, error } = useAnswer(showReferral, { params: { id } })
  useKeys([{ key: 'escape', says: m.referrals_close_card(), run: onClose, hidden: true }])
  const { ref } = useOpened(undefined, id)
  const cross = (
    <ActionIcon aria-label={m.referrals_close_card()} onClick={onClose}>
      <IconX size={18} aria-hidden />
    </ActionIcon>
  )
  return (
    <div ref={ref} tabIndex={-1}>
      <Card title={m.referrals_one()} right={cross}>
        {error && <p>{error.code === 'not-found' ? m.referrals_gone() : error.title}</p>}
        {referral && !error && (
          <div className="referrals-one">
            <Facts referral={referral} />
            <h3>{m.referrals_agreed()}</h3>
            <Thread label={m.referrals_agreed()} knots={knotsOf(referral)} />
            <ReferralActs referral={referral} />
          </div>
        )}
      </Card>
    </div>
  )
}
