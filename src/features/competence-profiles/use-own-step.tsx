import { useLayoutEffect, useRef, useState } from 'react'
import type { AnswerOf } from '#platform/endpoint'
import * as m from '#texts'
import { useAct } from '#web/data/act.ts'
import { sayDone } from '#web/data/notices.ts'
import { saidIn } from '#web/data/problem.ts'
import { OwnStep, sayOwnStep, type showMyProfile } from './competence-profiles.schema.ts'

export type Own = AnswerOf<typeof showMyProfile>['fields'][number]
export type Said = Pick<Own, 'step' | 'words'>
/** `untouched`: it is safe, and shows only until another answer comes than this. */
type Kept = { said: Said; untouched?: Own }

/** What shows of one field, and of which version: the server's, until something is said here. */
const useShown = (stands: Own) => {
  const [kept, setKept] = useState<Kept>()
  const version = useRef(stands.version)
  const holds = kept !== undefined && (kept.untouched === undefined || kept.untouched === stands)
  // What is taken back ten seconds later looks at what stands then.
  const latest = useRef({ holds, stands })
  useLayoutEffect(() => {
    latest.current = { holds, stands }
  })
  return {
    said: holds ? kept.said : stands,
    versionSeen: () => version.current,
    see: (now: string | null) => {
      version.current = now
    },
    /** Something is said here, on top of what was seen. */
    put: (said: Said) => {
      if (!latest.current.holds) version.current = latest.current.stands.version
      setKept({ said })
    },
    /** It is on the server; letters that were typed meanwhile are saved by their own turn. */
    safe: ({ step, words }: Said) =>
      setKept((now) =>
        now && (now.said.step !== step || now.said.words !== words)
          ? now
          : { said: { step, words }, untouched: latest.current.stands },
      ),
  }
}

/** One after the other: each save is of what the one before has made. */
const useInLine = () => {
  const line = useRef<Promise<void>>(Promise.resolve())
  return (work: () => Promise<void>) => {
    const before = line.current
    const all = async () => {
      await before
      await work()
    }
    line.current = all()
    return line.current
  }
}

/**
 * One field while its owner answers: each change is saved at once, and can be taken back. What another window of his said meanwhile is shown
 * beside, and nothing is overwritten before he has chosen.
 */
export const useOwnStep = (stands: Own) => {
  const { said, versionSeen, see, put, safe } = useShown(stands)
  const [theirs, setTheirs] = useState<Own>()
  const [failed, setFailed] = useState(false)
  const inLine = useInLine()
  const act = useAct(sayOwnStep, {
    onProblem: (problem) => {
      const now = problem.code === 'changed-meanwhile' ? saidIn(problem, 'theirs', OwnStep) : undefined
      if (now) setTheirs(now)
      return now !== undefined
    },
  })
  const send = async ({ step, words }: Said, before?: Said): Promise<void> => {
    const input = { params: { field: stands.field }, body: { step, words, version: versionSeen() } }
    const answer = await act.run(input)
    setFailed(answer === undefined)
    if (!answer) return
    see(answer.version)
    safe({ step, words })
    if (before) sayDone(m.competence_profiles_saved(), () => takeBack(before, answer.version))
  }
  /** With `before` it is told, and can be taken back. */
  const save = (next: Said, before?: Said) => {
    put(next)
    return inLine(() => send(next, before))
  }
  /** Of what this press has said, and of nothing that was said since. */
  const takeBack = (before: Said, of: string) => {
    put(before)
    see(of)
    return inLine(() => send(before))
  }
  const settle = (now: Own) => {
    see(now.version)
    setTheirs(undefined)
    setFailed(false)
  }
  return {
    ...{ said, theirs, save },
    /** Not safe yet, and it cannot be helped by waiting. */
    unsafe: failed && !theirs,
    type: (words: string) => put({ ...said, words }),
    take: (now: Own) => {
      settle(now)
      put(now)
      safe(now)
    },
    keep: (now: Own) => {
      settle(now)
      void save(said)
    },
  }
}
