/** One figure as one JSON line; `goal` is what it should reach, `detail` what it was made from. */
export const report = (
  bench: string,
  figure: string,
  value: number,
  better: 'lower' | 'higher',
  goal: number | null,
  detail: object,
) =>
  void process.stdout.write(
    `${JSON.stringify({ bench, figure, value: Math.round(value * 1000) / 1000, better, goal, detail })}\n`,
  )

/** The value below which `share` of the sorted samples lie. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
