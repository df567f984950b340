/** The four models of making contact the first time (the booklet's henvendelsesformer; domain.md, A6), in the order of its figure. */
export const models = ['own-consultants', 'partners', 'call-centre', 'networks'] as const
export type Model = (typeof models)[number]
/** Those that call from a list of the centre. */
export const callingModels = ['own-consultants', 'call-centre'] as const satisfies readonly Model[]
/** With fewer employees in all a company is small; so many years a visit is remembered; so many must have answered before it says anything of the others. */
export const [smallUnder, visitedYears, enoughTalks] = [10, 2, 10] as const
/** Per cent a press moves. */
export const step = 5
/** Per cent of each model; all of it is 100. */
export type Mix = Record<Model, number>
export const noMix: Mix = { 'own-consultants': 0, partners: 0, 'call-centre': 0, networks: 0 }
export const sumOf = (mix: Mix) => models.reduce((sum, model) => sum + mix[model], 0)
export const sameMix = (one: Mix, other: Mix) => models.every((model) => one[model] === other[model])

/** A mix, model by model. */
export const mixBy = (share: (model: Model) => number): Mix => ({
  'own-consultants': share('own-consultants'),
  partners: share('partners'),
  'call-centre': share('call-centre'),
  networks: share('networks'),
})

/** What is proposed, as a mix; nothing, when nobody can be reached. */
export const mixOf = (proposal: readonly { model: Model; percent: number }[] | null | undefined): Mix =>
  mixBy((of) => proposal?.find(({ model }) => model === of)?.percent ?? 0)

/** How many of so many companies each model gets: whole ones, that add up to all of them when the mix does (largest remainders). */
export const sharedOut = (companies: number, mix: Mix): Mix => {
  const whole = mixBy((model) => Math.floor((companies * mix[model]) / 100))
  const left = Math.round((companies * sumOf(mix)) / 100) - sumOf(whole)
  const rest = (model: Model) => companies * mix[model] - 100 * whole[model]
  const first = models.toSorted((a, b) => rest(b) - rest(a)).slice(0, Math.max(0, left))
  return mixBy((model) => whole[model] + (first.includes(model) ? 1 : 0))
}
