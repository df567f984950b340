import { serve } from '#platform/http/serve'
import * as contract from './hand-in.schema.ts'
import * as handIn from './hand-in.ts'

export const handInRoutes = [
  serve(contract.showHandIn, (ctx) => handIn.showHandIn(ctx)),
  serve(contract.addHandInLines, (ctx, { body }) => handIn.addLines(ctx, body)),
  serve(contract.addHandInFile, (ctx, { query, bytes, size }) =>
    handIn.addFile(ctx, { name: query.name, bytes, size }),
  ),
  serve(contract.lookUpHandIn, (ctx) => handIn.lookUp(ctx)),
  serve(contract.changeHandInLine, (ctx, { params, body }) => handIn.changeLine(ctx, params.n, body)),
  serve(contract.removeHandInLines, (ctx, { body }) => handIn.removeLines(ctx, body.lines)),
  serve(contract.handIn, (ctx, { body }) => handIn.handIn(ctx, body)),
  serve(contract.takeBackHandIn, (ctx, { body }) => handIn.takeBack(ctx, body.companyIds)),
]
