import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { least } from './least.shared.ts'
import { type Cube, type Figure, type Sum, suppress } from './suppression.ts'

/** A table of rows and columns with its margins, as one stage: `0,2`, `0,*`, `*,2`, `*,*`. */
const tableOf = (counts: readonly (readonly number[])[]) => {
  const figures = new Map<string, Figure>()
  const add = (name: string, value: number) => figures.set(name, { value: (figures.get(name)?.value ?? 0) + value })
  const columns = counts[0]?.map((_, at) => at) ?? []
  for (const [r, line] of counts.entries())
    for (const [c, value] of line.entries())
      for (const name of [`${r},${c}`, `${r},*`, `*,${c}`, '*,*']) add(name, value)
  const rows = counts.map((_, at) => at)
  const sums: Sum[] = [
    ...rows.map((r) => ({ whole: `${r},*`, parts: columns.map((c) => `${r},${c}`) })),
    ...columns.map((c) => ({ whole: `*,${c}`, parts: rows.map((r) => `${r},${c}`) })),
    { whole: '*,*', parts: rows.map((r) => `${r},*`) },
    { whole: '*,*', parts: columns.map((c) => `*,${c}`) },
  ]
  return { figures, sums }
}
const cubeOf = (counts: readonly (readonly number[])[]): Cube => {
  const { figures, sums } = tableOf(counts)
  return { stages: [{ name: 'one', figures }], sums, within: [], differences: [] }
}

// ---- A reader who wants to know, written without a line of what is tested ------------------------------
type Fraction = readonly [bigint, bigint]
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const fraction = (n: bigint, d: bigint): Fraction => {
  const by = gcd(n, d) * (d < 0n ? -1n : 1n)
  return [n / by, d / by]
}
const minus = (a: Fraction, b: Fraction) => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
const times = (a: Fraction, b: Fraction) => fraction(a[0] * b[0], a[1] * b[1])
const over = (a: Fraction, b: Fraction) => fraction(a[0] * b[1], a[1] * b[0])

/** Hidden rows whose value follows from what is shown, by Gaussian elimination in whole fractions. */
const workedOut = (cube: Cube, stageAt: number, hidden: ReadonlySet<string>): string[] => {
  const figures = cube.stages[stageAt]?.figures ?? new Map<string, Figure>()
  const names = [...hidden]
  const lines = cube.sums.map(({ whole, parts }) => {
    const line = names.map((name) =>
      fraction(BigInt(parts.filter((one) => one === name).length - (whole === name ? 1 : 0)), 1n),
    )
    const shown = (name: string) => (hidden.has(name) ? 0 : (figures.get(name)?.value ?? 0))
    return [...line, fraction(BigInt(shown(whole) - parts.reduce((sum, one) => sum + shown(one), 0)), 1n)]
  })
  let top = 0
  for (let column = 0; column < names.length; column++) {
    const at = lines.findIndex((line, index) => index >= top && line[column]?.[0] !== 0n)
    if (at < 0) continue
    const pivot = lines.splice(at, 1)[0] as Fraction[]
    const scaled = pivot.map((one) => over(one, pivot[column] as Fraction))
    for (const [index, line] of lines.entries()) {
      const factor = line[column] as Fraction
      lines[index] = line.map((one, place) => minus(one, times(factor, scaled[place] as Fraction)))
    }
    lines.splice(top++, 0, scaled)
  }
  return lines.flatMap((line) => {
    const places = names.flatMap((name, at) => (line[at]?.[0] === 0n ? [] : [name]))
    return places.length === 1 ? places : []
  })
}

/** Another table with the same shown figures in which `row` differs from what it really is; by trying, within bounds. */
const anotherWorld = (cube: Cube, hidden: ReadonlySet<string>, row: string, tries = 200_000): boolean => {
  const figures = cube.stages[0]?.figures ?? new Map<string, Figure>()
  const names = [row, ...[...hidden].filter((one) => one !== row)]
  const guess = new Map<string, number>()
  const valueOf = (name: string) => (hidden.has(name) ? guess.get(name) : (figures.get(name)?.value ?? 0))
  let left = tries
  const fits = () =>
    cube.sums.every(({ whole, parts }) => {
      const all = valueOf(whole)
      const known = parts.map(valueOf)
      const sum = known.reduce<number>((total, one) => total + (one ?? 0), 0)
      if (all === undefined) return true
      return known.includes(undefined) ? sum <= all : sum === all
    })
  const place = (at: number): boolean => {
    const name = names[at]
    if (name === undefined) return true
    const truth = figures.get(name)?.value ?? 0
    // Near the truth first: another world is usually a few steps away.
    for (let step = at === 0 ? 1 : 0; step <= 8; step++)
      for (const value of step === 0 ? [truth] : [truth + step, truth - step]) {
        if (value < 0 || left-- < 0) continue
        guess.set(name, value)
        if (fits() && place(at + 1)) return true
      }
    guess.delete(name)
    return false
  }
  return place(0)
}

const isSmall = (value: number) => value > 0 && value < least
const hiddenOf = (cube: Cube) => suppress(cube).get('one') ?? new Set<string>()
const smallRows = (cube: Cube, stage = 0) =>
  [...(cube.stages[stage]?.figures ?? [])].flatMap(([row, figure]) => (isSmall(figure.value) ? [row] : []))

const counts = (most: number) =>
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 5, max: 12 }),
    fc.integer({ min: 5, max: most }),
  )
const tables = (rows: number, columns: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 1, max: columns }))
    .chain(([r, c]) => fc.array(fc.array(counts(80), { minLength: c, maxLength: c }), { minLength: r, maxLength: r }))

describe('a small figure', () => {
  // Tables after the published examples of complementary suppression (algorithms.md E), figures our own.
  test.each([
    [
      'one small cell',
      [
        [21, 33, 3],
        [26, 18, 24],
        [41, 12, 17],
      ],
      ['0,2'],
    ],
    [
      'a small cell beside zeros',
      [
        [0, 10, 2],
        [13, 0, 12],
        [9, 16, 21],
      ],
      ['0,2'],
    ],
    [
      'no small cell',
      [
        [11, 12],
        [15, 9],
      ],
      [],
    ],
    [
      'a small margin',
      [
        [1, 2],
        [32, 41],
      ],
      ['0,0', '0,1', '0,*'],
    ],
    [
      'two small in a row',
      [
        [2, 4, 61],
        [34, 21, 18],
        [19, 27, 31],
      ],
      ['0,0', '0,1'],
    ],
    [
      'nothing but small',
      [
        [1, 2],
        [2, 1],
      ],
      ['0,0', '0,1', '1,0', '1,1', '0,*', '1,*', '*,0', '*,1'],
    ],
    [
      'two by two',
      [
        [3, 51],
        [42, 60],
      ],
      ['0,0'],
    ],
  ])('%s', (_, table, small) => {
    const cube = cubeOf(table)
    const hidden = hiddenOf(cube)
    expect(smallRows(cube).toSorted()).toEqual(small.toSorted())
    for (const row of small) expect(hidden).toContain(row)
    expect(hidden.size === 0).toBe(small.length === 0)
    expect(workedOut(cube, 0, hidden).filter((row) => small.includes(row))).toEqual([])
    for (const row of small) expect(anotherWorld(cube, hidden, row)).toBe(true)
  })

  test('without complementary hiding this reader would find it: the reader works', () => {
    const cube = cubeOf([
      [21, 33, 3],
      [26, 18, 24],
      [41, 12, 17],
    ])
    expect(workedOut(cube, 0, new Set(['0,2']))).toEqual(['0,2'])
    expect(anotherWorld(cube, new Set(['0,2']), '0,2')).toBe(false)
    expect(anotherWorld(cube, new Set(['0,2', '0,0']), '0,2')).toBe(false)
  })

  test('zero is shown: it is about nobody', () => {
    expect(
      hiddenOf(
        cubeOf([
          [0, 0],
          [0, 50],
        ]),
      ).size,
    ).toBe(0)
  })

  test('a figure of five promises to one company is hidden, whatever its size', () => {
    const figures = new Map<string, Figure>([
      ['a', { value: 9, companies: 1 }],
      ['b', { value: 30, companies: 20 }],
      ['c', { value: 40, companies: 20 }],
      ['all', { value: 79, companies: 41 }],
    ])
    const sums = [{ whole: 'all', parts: ['a', 'b', 'c'] }]
    const hidden = hiddenOf({ stages: [{ name: 'one', figures }], sums, within: [], differences: [] })
    expect([...hidden].toSorted()).toEqual(['a', 'b'])
  })
})

describe('in any table', () => {
  test('no figure under five is shown, and none follows from what is shown', () => {
    fc.assert(
      fc.property(tables(4, 4), (table) => {
        const cube = cubeOf(table)
        const hidden = hiddenOf(cube)
        const small = smallRows(cube)
        expect(small.filter((row) => !hidden.has(row))).toEqual([])
        expect(workedOut(cube, 0, hidden).filter((row) => small.includes(row))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('for every hidden small figure there is another world that shows the same', () => {
    fc.assert(
      fc.property(tables(3, 3), (table) => {
        const cube = cubeOf(table)
        const hidden = hiddenOf(cube)
        for (const row of smallRows(cube)) expect(anotherWorld(cube, hidden, row)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('what hidden figures are together is not under five either', () => {
    fc.assert(
      fc.property(tables(4, 3), (table) => {
        const cube = cubeOf(table)
        const hidden = hiddenOf(cube)
        const { figures } = tableOf(table)
        const rests = cube.sums
          .filter(({ whole }) => !hidden.has(whole))
          .map(({ parts }) => parts.filter((row) => hidden.has(row)))
          .map((rows) => rows.reduce((sum, row) => sum + (figures.get(row)?.value ?? 0), 0))
        expect(rests.filter(isSmall)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('stages of one funnel', () => {
  /** Companies drawn in each row, and what part of them came one and two stages on. */
  const funnels = fc.array(
    fc.tuple(counts(60), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  const funnelCube = (rows: readonly (readonly [number, number, number])[]): Cube => {
    const drawn = rows.map(([count]) => count)
    const called = rows.map(([count, part]) => Math.round(count * part))
    const wants = rows.map(([, , part], at) => Math.round((called[at] ?? 0) * part))
    const figures = (values: readonly number[]) => tableOf([values]).figures
    return {
      stages: [
        { name: 'drawn', figures: figures(drawn) },
        { name: 'called', figures: figures(called) },
        { name: 'wants', figures: figures(wants) },
      ],
      sums: tableOf([drawn]).sums,
      within: [
        ['called', 'drawn'],
        ['wants', 'called'],
        ['wants', 'drawn'],
      ],
      differences: [
        ['called', 'drawn'],
        ['wants', 'called'],
        ['wants', 'drawn'],
      ],
    }
  }

  test('whoever knows how many were drawn cannot narrow a hidden figure down to one or two values', () => {
    const figures = (values: readonly number[]) => tableOf([values]).figures
    // 9 of 10 were called: hidden. The 5 of 5 beside it can only be fewer, so it alone would leave 9 or 10.
    const drawn = [10, 5, 40, 60]
    const hidden = suppress({
      stages: [
        { name: 'drawn', figures: figures(drawn) },
        { name: 'called', figures: figures([9, 5, 40, 30]) },
      ],
      sums: tableOf([drawn]).sums.slice(0, 1),
      within: [['called', 'drawn']],
      differences: [['called', 'drawn']],
    })
    const called = [...(hidden.get('called') ?? [])].filter((row) => row.startsWith('0,')).toSorted()
    expect(called).toEqual(['0,0', '0,1', '0,3'])
  })

  /** Pairs of figures of one row that stand one to four apart, both of which the reader knows. */
  const tellingPairs = (cube: Cube, knows: (stage: number, row: string) => boolean) =>
    cube.stages.flatMap((stage, at) =>
      [...stage.figures].flatMap(([row, { value }]) =>
        cube.stages.flatMap((other, place) => {
          const difference = Math.abs(value - (other.figures.get(row)?.value ?? 0))
          return place > at && isSmall(difference) && knows(at, row) && knows(place, row) ? [[row, at, place]] : []
        }),
      ),
    )

  test('two shown figures of a row never differ by one to four', () => {
    fc.assert(
      fc.property(funnels, (rows) => {
        const cube = funnelCube(rows)
        const hidden = suppress(cube)
        const isSeen = (at: number, row: string) => !hidden.get(cube.stages[at]?.name ?? '')?.has(row)
        expect(tellingPairs(cube, isSeen)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('nor can such a pair, nor a small figure, be worked out', () => {
    fc.assert(
      fc.property(funnels, (rows) => {
        const cube = funnelCube(rows)
        const hidden = suppress(cube)
        const found = cube.stages.map(({ name }, at) => new Set(workedOut(cube, at, hidden.get(name) ?? new Set())))
        const knows = (at: number, row: string) =>
          !hidden.get(cube.stages[at]?.name ?? '')?.has(row) || (found[at]?.has(row) ?? false)
        expect(tellingPairs(cube, knows)).toEqual([])
        expect(cube.stages.flatMap((_, at) => smallRows(cube, at).filter((row) => knows(at, row)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
