import { useEffect, useRef, useState } from 'react'
import type { z } from '#platform/endpoint'
import * as m from '#texts'
import { call } from '#web/data/api.ts'
import { touchAfter } from '#web/data/answers.ts'
import { sayProblem } from '#web/data/notices.ts'
import { ApiProblem, saidIn, sentenceOf } from '#web/data/problem.ts'
import { Campaign, changeCampaign } from './campaigns.schema.ts'

export type Shown = z.infer<typeof Campaign>
const formOf = ({ name, goalId, target, employees, criteria, mix, why, script, offer, fromOn, toOn }: Shown) => ({
  ...{ name, goalId, target, employees, criteria, mix, why, script, offer, fromOn, toOn },
})
export type Draft = ReturnType<typeof formOf>

/**
 * What is changed is saved half a second later, and before anything else is done with it. Where somebody else saved meanwhile, both stand side by side
 * (`theirs`) until one is chosen.
 */
export const useCampaignDraft = (campaign: Shown) => {
  const [draft, setDraft] = useState<Draft>(formOf(campaign))
  const [saved, setSaved] = useState(true)
  const [theirs, setTheirs] = useState<Shown>()
  const version = useRef(campaign.version)
  const unsaved = useRef<Draft | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  const send = async () => {
    const body = unsaved.current
    if (!body || body.name.trim() === '') return
    unsaved.current = undefined
    try {
      const answer = await call(changeCampaign, {
        params: { id: campaign.id },
        body: { ...body, version: version.current },
      })
      version.current = answer.version
      setSaved(unsaved.current === undefined)
    } catch (error) {
      unsaved.current ??= body
      if (error instanceof ApiProblem && error.code === 'changed-meanwhile')
        setTheirs(saidIn(error, 'theirs', Campaign))
      else sayProblem(sentenceOf(error, m.web_failed()))
    }
  }
  /** One after the other: the second needs the number that the first is given. */
  const save = () => {
    clearTimeout(timer.current)
    running.current = running.current.then(send)
    return running.current
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => () => void latest.current().then(() => touchAfter(changeCampaign.path)), [])
  const change = (part: Partial<Draft>) => {
    const next = { ...(unsaved.current ?? draft), ...part }
    setDraft(next)
    setSaved(false)
    unsaved.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current(), 500)
  }
  const take = () => {
    if (!theirs) return
    unsaved.current = undefined
    version.current = theirs.version
    setDraft(formOf(theirs))
    setSaved(true)
    setTheirs(undefined)
  }
  const keep = () => {
    if (!theirs) return
    version.current = theirs.version
    setTheirs(undefined)
    void save()
  }
  return { draft, change, save, saved, version, theirs, take, keep }
}
/** Something else of it was saved: what is written goes on top of that. */
export const follow = (version: { current: number }, answer: Pick<Shown, 'version'>) => {
  version.current = answer.version
}
