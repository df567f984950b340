import { serve } from '#platform/http/serve'
import * as contract from './networks.schema.ts'
import * as networks from './networks.ts'

export const networksRoutes = [
  serve(contract.listNetworks, (ctx) => networks.listNetworks(ctx)),
  serve(contract.writeDownNetwork, (ctx, { body }) => networks.writeDownNetwork(ctx, body)),
  serve(contract.changeNetwork, (ctx, { params, body }) => networks.changeNetwork(ctx, params.id, body)),
  serve(contract.endNetwork, (ctx, { params }) => networks.endNetwork(ctx, params.id)),
  serve(contract.undoEndingNetwork, (ctx, { params }) => networks.undoEndingNetwork(ctx, params.id)),
]
