/** What the callers say in another language than Danish: a translation belongs to one version of the script. */
import { endpoint, Id, Moment, named, Words, z } from '#platform/endpoint'
import { CallLanguage } from '../call-centres/languages.schema.ts'
import { callers, coordinators } from '../centre/roles.ts'
import { showContactList } from '../lists/lists.schema.ts'
import { longestScript } from './scripts.schema.ts'

export const ScriptTranslation = named(
  'ScriptTranslation',
  z.object({
    language: CallLanguage,
    /** Its own versions; 0: the house's, of what is said until somebody writes something better. */
    version: z.int(),
    /** Which version of the script it says in that language; `older`: there is a newer one. */
    scriptVersion: z.int(),
    older: z.boolean(),
    /** As a script's: `script-parts.shared.ts`. */
    body: z.string(),
    writtenBy: z.nullable(z.string()),
    /** Null: nobody has written it, it is the house's. */
    writtenAt: z.nullable(Moment),
  }),
)
/** What is said in a call to a company that is called in another language. */
export const Wording = named(
  'Wording',
  z.object({
    language: CallLanguage,
    /** `older`: of an earlier version of the script; `missing`: there is none in this language, and the Danish is said. */
    state: z.enum(['newest', 'older', 'missing']),
    /** The Danish beside it, `{caller}` and `{centre}` filled in; null: it is what is said. */
    danish: z.nullable(z.string()),
  }),
)
export type Wording = z.infer<typeof Wording>

const params = z.object({ listId: Id })
export const listTranslations = endpoint({
  name: 'listTranslations',
  method: 'GET',
  path: '/api/contact-lists/{listId}/translations',
  within: showContactList,
  summary: 'What the callers say in other languages, and the languages that the centre calls in',
  can: callers,
  params,
  /** English first. */
  answer: z.object({ rows: z.array(ScriptTranslation), languages: z.array(CallLanguage) }),
  problems: ['not-found'],
})
export const writeTranslation = endpoint({
  name: 'writeTranslation',
  method: 'POST',
  path: '/api/contact-lists/{listId}/translations',
  summary: 'What the callers say in another language; null: nothing in that language any more',
  can: coordinators,
  status: 201,
  params,
  body: z.object({
    language: CallLanguage,
    body: z.nullable(Words(longestScript)),
    /** Of the translation, as it was seen; 0: there was none, or it was taken away. */
    version: z.int(),
    /** Which version of the script was translated. */
    scriptVersion: z.int(),
  }),
  answer: z.object({ translation: z.nullable(ScriptTranslation) }),
  problems: ['not-found', 'changed-meanwhile'],
})
