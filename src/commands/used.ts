/** The command was used wrongly: exit 2, with the usage. */
export class Used extends Error {
  override name = 'Used'
}

export type Given = {
  values: {
    world?: string
    user?: string
    name?: string
    email?: string
    role?: string
    school?: string
    centre?: string
    seconds?: string
    'dry-run': boolean
    replace: boolean
    json: boolean
  }
  rest: string[]
  say: (sentence: string) => void
}
/** What a command prints; `lines` with --json instead of one object; `refused` ends it with 1. */
export type Answer = { json: object; text: string; lines?: readonly object[]; refused?: boolean }
export type Command = (given: Given) => Promise<Answer>
