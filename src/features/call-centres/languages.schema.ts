/** In which languages callers call, and companies are called. Danish stands nowhere: everybody has it. */
import { endpoint, Id, Moment, named, z } from '#platform/endpoint'
import { callers, staff, visitors } from '../centre/roles.ts'
import { languageCodes } from '../trade-areas/trade-areas.table.ts'

export const CallLanguage = z.enum(languageCodes)
export type CallLanguage = z.infer<typeof CallLanguage>
const Languages = z.array(CallLanguage).check(z.maxLength(20))
/** Who only calls; who visits says his languages with his field. */
const onlyCall = callers.filter((role) => !visitors.includes(role))

export const showMyLanguages = endpoint({
  name: 'showMyLanguages',
  method: 'GET',
  path: '/api/call-languages/mine',
  summary: 'The languages in which I call, beside Danish',
  can: onlyCall,
  answer: z.object({ languages: Languages }),
})
export const changeMyLanguages = endpoint({
  name: 'changeMyLanguages',
  method: 'PUT',
  path: '/api/call-languages/mine',
  summary: 'In these languages I call, beside Danish',
  can: onlyCall,
  body: z.object({ languages: Languages }),
  answer: z.object({ languages: Languages }),
})

export const CompanyLanguage = named(
  'CompanyLanguage',
  z.object({
    /** Null: Danish. */
    language: z.nullable(CallLanguage),
    /** Who said so, and when; null: nobody did, or who did is not known any more. */
    saidBy: z.nullable(z.string()),
    saidAt: z.nullable(Moment),
    can: z.object({ change: z.boolean() }),
  }),
)
export const showCompanyLanguage = endpoint({
  name: 'showCompanyLanguage',
  method: 'GET',
  path: '/api/companies/{id}/language',
  summary: 'In which language a company is called',
  can: staff,
  params: z.object({ id: Id }),
  answer: CompanyLanguage,
  problems: ['not-found'],
})
export const sayCompanyLanguage = endpoint({
  name: 'sayCompanyLanguage',
  method: 'PUT',
  path: '/api/companies/{id}/language',
  summary: 'A company is called in this language; null: in Danish',
  can: visitors,
  params: z.object({ id: Id }),
  body: z.object({ language: z.nullable(CallLanguage) }),
  answer: CompanyLanguage,
  problems: ['not-found'],
})
