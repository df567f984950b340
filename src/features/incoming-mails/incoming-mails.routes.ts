import { serve } from '#platform/http/serve'
import * as contract from './incoming-mails.schema.ts'
import { seeMailbox, showMailbox } from './incoming-mails.ts'

export const incomingMailsRoutes = [
  serve(contract.showMailbox, (ctx) => showMailbox(ctx)),
  serve(contract.seeMailbox, (ctx) => seeMailbox(ctx)),
]
